/// The style sheet of the comparison's page.
enum PageStyle {
  static let css = """
    :root{color-scheme:light dark;--bg:#fbfaf8;--fg:#1d1d1f;--soft:#66666b;--line:#dcd9d3;--card:#fff;--hi:#c8641b;--lo:#3b6fb6;
    --pos:#2e8b57;--neg:#c0392b;--neu:#9a9890;--timex:#c98a00;--person:#0a7ea4;--organization:#8a4bbf;--location:#2e8b57;--misc:#7a6a58;
    --statement:#5b6b7b;--poll:#c0392b;--s0:#3b6fb6;--s1:#c8641b;--s2:#2e8b57;--s3:#8a4bbf;--s4:#b0892b;--s5:#0a8a8a;--s6:#b5476b;--s7:#6b6b70}
    @media (prefers-color-scheme:dark){:root{--bg:#16171a;--fg:#e8e6e3;--soft:#a0a0a6;--line:#33353b;--card:#1e2024;--hi:#f09a58;--lo:#7ba9e8;
    --pos:#62c58d;--neg:#ef7a6d;--neu:#7d7d84;--timex:#e0b24a;--person:#4fb6da;--organization:#c08be8;--location:#62c58d;--misc:#c0ad97;
    --statement:#93a5b8;--poll:#ef7a6d;--s0:#7ba9e8;--s1:#f09a58;--s2:#62c58d;--s3:#c08be8;--s4:#e0c063;--s5:#4fc7c7;--s6:#ec8fae;--s7:#a0a0a6}}
    *{box-sizing:border-box}html{scroll-padding-top:7rem}body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.55 system-ui,sans-serif}
    header{position:sticky;top:0;z-index:3;background:var(--bg);border-bottom:1px solid var(--line);padding:.6rem 1.5rem}
    h1{font-size:1.1rem;margin:0}h2{font-size:1.15rem;margin:2.4rem 0 .4rem}h3{font-size:1rem;margin:1.6rem 0 .4rem}h4{margin:0 0 .4rem;font-size:.95rem}
    small,.soft{color:var(--soft);font-weight:400;font-size:.85rem}main{padding:0 1.5rem 4rem;max-width:90rem;margin:0 auto}
    nav{display:flex;flex-wrap:wrap;gap:.2rem .9rem;margin:.3rem 0 0;font-size:.88rem;align-items:center}nav a{color:inherit;text-decoration-color:var(--line)}
    #filter{font:inherit;padding:.15rem .5rem;border:1px solid var(--line);border-radius:5px;background:var(--card);color:inherit;width:15rem;max-width:100%}
    .sets{display:flex;flex-wrap:wrap;gap:.8rem;margin:1.2rem 0}.sets div{background:var(--card);border:1px solid var(--line);border-inline-start:5px solid var(--c);
    border-radius:6px;padding:.5rem .9rem;min-width:12rem}.sets b{display:block}.warn{border-inline-start:4px solid var(--neg);padding:.1rem .8rem;margin:.5rem 0}
    details{margin:.6rem 0}summary{cursor:pointer}.method li{margin:.15rem 0}
    .aids{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:.8rem}.aids section{background:var(--card);border:1px solid var(--line);
    border-radius:6px;padding:.6rem .9rem}.aids h3{margin:0 0 .3rem}.aids ul,.polls ul{list-style:none;margin:0;padding:0;font-size:.9rem}.aids li{margin:.1rem 0;overflow-wrap:anywhere}
    .aids a,.polls a,#panel a{color:inherit;text-decoration-color:var(--soft)}
    .charts{columns:36rem 2;column-gap:1.2rem}figure{margin:0;break-inside:avoid}figure h3{margin-top:.9rem}
    .chart{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.6rem}.chart svg{display:block;min-width:560px;width:100%;height:auto}
    svg{font:12px system-ui,sans-serif}svg text{fill:var(--fg)}svg a{cursor:pointer;text-decoration:none}svg a:hover .dot,svg a:hover .cell,svg a:hover .fill,svg a:hover .share{stroke:var(--fg);stroke-width:1.5}
    svg a:focus-visible{outline:none}svg a:focus-visible>*{stroke:var(--fg);stroke-width:1.5}svg a:focus-visible text,svg a:hover text.lab{stroke:none;text-decoration:underline}
    .tick{fill:var(--soft);font-size:11px}.t0{fill:var(--s0)}.t1{fill:var(--s1)}svg text.t0{fill:var(--s0)}svg text.t1{fill:var(--s1)}svg text.tick{fill:var(--soft)}svg text.tick.t0{fill:var(--s0)}svg text.tick.t1{fill:var(--s1)}
    .grid{stroke:var(--line);stroke-width:1}.axis{stroke:var(--soft);stroke-width:1}.own{fill:var(--soft)}
    .s0{--c:var(--s0)}.s1{--c:var(--s1)}.s2{--c:var(--s2)}.s3{--c:var(--s3)}.s4{--c:var(--s4)}.s5{--c:var(--s5)}.s6{--c:var(--s6)}.s7{--c:var(--s7)}
    .dot{fill:var(--c);fill-opacity:.85}.dot.faint{fill-opacity:.28}.bar{stroke:var(--c);stroke-width:3;stroke-opacity:.55}.fill{fill:var(--c)}
    .cell{stroke:var(--line);stroke-width:.5}.cell.hi{fill:var(--hi)}.cell.lo{fill:var(--lo)}svg text.num{font-size:11px}
    .share.pos{fill:var(--pos)}.share.neg{fill:var(--neg)}.share.neu{fill:var(--neu)}.share.past{fill:var(--lo)}.share.future{fill:var(--hi)}svg text.in{fill:#fff;font-weight:600;pointer-events:none}
    @media (prefers-color-scheme:dark){svg text.in{fill:#111}}
    .key{border-bottom:3px solid var(--c);padding-bottom:.15rem}.legend span{display:inline-block;margin-inline-end:1.2rem;font-size:.88rem}.legend i{display:inline-block;width:.8rem;height:.8rem;border-radius:50%;background:var(--c);margin-inline-end:.35rem;vertical-align:-.05rem}
    .polls{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:1rem}.polls section{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.5rem .8rem;margin:0 0 .6rem}
    .polls p{margin:.1rem 0 .3rem;overflow-wrap:anywhere}.polls li{position:relative;padding:.1rem 0 .4rem}.polls li i{display:block;height:5px;background:var(--s5);border-radius:3px}
    .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.88rem;background:var(--card);font-variant-numeric:tabular-nums}
    th,td{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:end;vertical-align:top;white-space:nowrap}
    thead th{background:var(--card);border-bottom:2px solid var(--line)}tbody th{font-weight:400;text-align:start;white-space:normal;min-width:11rem;max-width:32rem;overflow-wrap:anywhere}thead th:first-child{text-align:start}
    tbody tr.sure th{font-weight:600}thead button{all:unset;cursor:pointer;color:var(--soft);font-weight:600}thead button:focus-visible{outline:2px solid var(--fg);outline-offset:2px}
    th[aria-sort=ascending] button::after{content:" ↑"}th[aria-sort=descending] button::after{content:" ↓"}
    td a,tbody th a{color:inherit;text-decoration:none}td a:hover,tbody th a:hover,td a:focus-visible,tbody th a:focus-visible{text-decoration:underline}
    tr:hover>*{background:color-mix(in srgb,var(--fg) 5%,var(--card))}tr.open>*{background:color-mix(in srgb,var(--s1) 14%,var(--card))}
    .tone.pos{color:var(--pos)}.tone.neg{color:var(--neg)}:focus-visible{outline:2px solid var(--fg);outline-offset:1px}
    #panel{position:fixed;inset-block:0;inset-inline-end:0;width:min(38rem,100vw);z-index:5;background:var(--card);border-inline-start:1px solid var(--line);
    box-shadow:-8px 0 30px #0003;padding:.8rem 1.2rem 3rem;overflow:auto}#panel:focus{outline:none}#panel[hidden]{display:none}#panel h2{margin:.2rem 2rem .3rem 0;font-size:1.1rem;overflow-wrap:anywhere}
    #close{position:absolute;inset-block-start:.7rem;inset-inline-end:1rem;font:inherit;border:1px solid var(--line);background:var(--bg);color:inherit;border-radius:5px;cursor:pointer;padding:.1rem .6rem}
    #panel dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem .8rem;font-size:.88rem;margin:.4rem 0}#panel dt{color:var(--soft)}#panel dd{margin:0}
    .place{margin:.5rem 0;padding:.4rem .7rem;border-inline-start:3px solid var(--c);background:var(--bg);border-radius:0 5px 5px 0;font-size:.92rem}
    .place p{margin:0;white-space:pre-line;overflow-wrap:anywhere}.place small{display:block}
    mark{color:inherit;background:color-mix(in srgb,var(--t,var(--misc)) 26%,transparent);border-bottom:2px solid var(--t,var(--misc));padding:0 .1em;border-radius:2px}
    .y-timex{--t:var(--timex)}.y-person{--t:var(--person)}.y-organization{--t:var(--organization)}.y-location{--t:var(--location)}.y-statement{--t:var(--statement)}.y-poll{--t:var(--poll)}.y-pair{--t:var(--s4)}
    kbd{border:1px solid var(--line);border-radius:3px;padding:0 .3em;font-size:.85em}
    @media (max-width:40rem){main,header{padding-inline:.8rem}html{scroll-padding-top:1rem}header{position:static}#panel{padding-inline:.8rem}tbody th{min-width:8rem}}
    @media print{header{position:static}nav,#panel,#close{display:none!important}.chart,.aids section,.polls section,tr{break-inside:avoid}body{font-size:11px}table{font-size:9px}th,td{padding:.15rem .3rem}details{display:block}}
    """
}
