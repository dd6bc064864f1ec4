/// The style sheet of HTML reports.
enum HTMLStyle {
  static let css = """
    :root{color-scheme:light dark;--bg:#fbfaf8;--fg:#1d1d1f;--soft:#6b6b70;--line:#dcd9d3;--card:#fff;
    --timex:#c98a00;--person:#0a7ea4;--organization:#8a4bbf;--location:#2e8b57;--statement:#5b6b7b;--poll:#c0392b;--other:#7a6a58}
    @media (prefers-color-scheme:dark){:root{--bg:#16171a;--fg:#e8e6e3;--soft:#9a9aa0;--line:#33353b;--card:#1e2024;
    --timex:#e0b24a;--person:#4fb6da;--organization:#c08be8;--location:#62c58d;--statement:#93a5b8;--poll:#ef7a6d;--other:#c0ad97}}
    html{scroll-padding-top:8rem}*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.6 system-ui,sans-serif}
    header{position:sticky;top:0;background:var(--bg);border-bottom:1px solid var(--line);padding:.6rem 1.5rem;z-index:2}
    h1{font-size:1.05rem;margin:0 0 .3rem}h2{font-size:1rem;margin:1.6rem 0 .2rem}small,.meta{color:var(--soft);font-weight:400}
    [class^="t-"],.a{--c:var(--other)}#legend label{display:inline-block;margin:0 .9rem .2rem 0;font-size:.85rem;border-bottom:3px solid var(--c)}
    #layout{display:grid;grid-template-columns:minmax(0,1fr) 22rem;gap:1.5rem;padding:0 1.5rem;align-items:start}
    article{max-width:46rem}.text:empty{min-block-size:14rem}#hits,#documents{padding:0 1.5rem}#hits>section{max-block-size:60vh;overflow:auto}
    .text{white-space:pre-wrap;unicode-bidi:plaintext;overflow-wrap:anywhere;background:var(--card);border:1px solid var(--line);
    border-radius:6px;padding:1rem 1.2rem}.meta{margin:0 0 .6rem;font-size:.85rem}.title{margin:0 0 .6rem;font-weight:600}.error{color:var(--poll)}
    .partial{position:sticky;bottom:0;margin:0;padding:.6rem 1.2rem;background:#7a2e00;color:#fff}
    .boilerplate{color:var(--soft)}
    .a{border-bottom:2px solid var(--c);cursor:pointer;padding-bottom:1px}
    .t-timex{--c:var(--timex)}.t-person{--c:var(--person)}.t-organization{--c:var(--organization)}.t-location{--c:var(--location)}
    .t-statement{--c:var(--statement)}.t-poll{--c:var(--poll)}
    .a.t-timex,.a.t-person,.a.t-organization,.a.t-location,.a.t-misc{background:color-mix(in srgb,var(--c) 16%,transparent);border-radius:3px}
    .a.t-statement{border-bottom-style:dotted;padding-bottom:3px}.a.t-statement .a.t-statement{background:color-mix(in srgb,var(--c) 14%,transparent);border-bottom-style:solid}
    .a.off,.a.a.off.off{background:none;border:0;cursor:auto}
    .a.chosen{outline:2px solid var(--c);outline-offset:1px}.a:focus-visible{outline:2px solid var(--c)}
    #panel{position:sticky;top:5.5rem;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.8rem 1rem;
    margin-top:1.9rem;font-size:.88rem;max-height:80vh;overflow:auto}#panel dt{color:var(--soft)}#panel dd{margin:0 0 .45rem;overflow-wrap:anywhere}
    #tables{padding:0 1.5rem 3rem;max-width:80rem}table{border-collapse:collapse;width:100%;font-size:.88rem;background:var(--card)}
    th,td{text-align:start;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid var(--line)}th{color:var(--soft);font-weight:600}
    a{color:inherit}.s-positive{color:var(--location)}.s-negative{color:var(--poll)}.s-neutral{color:var(--soft)}
    @media (max-width:60rem){#layout{grid-template-columns:1fr}#panel{position:static}}
    @media (max-width:40rem){header{position:static}html{scroll-padding-top:1rem}#layout,#hits,#documents,#tables{padding-inline:.6rem}}
    @media print{.tools,#hits,noscript{display:none}header{position:static}#panel{display:none}#layout{display:block}}
    """
}
