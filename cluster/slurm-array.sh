#!/usr/bin/env bash
#SBATCH --job-name=postil
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --requeue
# A part a task: sbatch --array=0-99%50 cluster/slurm-array.sh PARTS FOLDER [OPTIONS of 'postil annotate']
# PARTS is a folder of .jsonl files; the task takes the one of its number, in the order of their names. POSTIL_CLUSTER is the folder of
# annotate-part, since Slurm runs a copy of this file.
set -euo pipefail

parts=("$1"/*.jsonl) folder=$2
shift 2
exec "${POSTIL_CLUSTER:?}/annotate-part" "${parts[$SLURM_ARRAY_TASK_ID]}" "$folder" "$@"
