/// The script of HTML reports: the filter by type, the panel, the keyboard.
enum HTMLScript {
  static let javaScript = """
    const legend=document.getElementById('legend'),panel=document.getElementById('panel');
    legend.append(document.getElementById('legend-items').content.cloneNode(true));
    legend.addEventListener('change',e=>{const t=e.target.dataset.type;
    document.querySelectorAll('.a.t-'+CSS.escape(t)).forEach(s=>{s.classList.toggle('off',!e.target.checked);
    if(s.id)s.tabIndex=e.target.checked?0:-1})});
    function choose(id){document.querySelectorAll('.chosen').forEach(s=>s.classList.remove('chosen'));
    panel.replaceChildren();const first=id&&document.getElementById(id);if(!first||!first.dataset.info)return;
    document.querySelectorAll('[data-a="'+CSS.escape(id)+'"]').forEach(s=>s.classList.add('chosen'));
    const list=document.createElement('dl');for(const line of first.dataset.info.split('\\n')){const at=line.indexOf('\\t');
    const name=document.createElement('dt'),value=document.createElement('dd');name.textContent=line.slice(0,at);
    const said=line.slice(at+1);value.dir='auto';
    if(name.textContent==='made of'){const gap=said.indexOf(' '),link=document.createElement('a');
    link.href='#'+encodeURIComponent(said.slice(0,gap));link.textContent=said.slice(gap+1);
    link.addEventListener('click',()=>setTimeout(follow));value.append(link)}
    else{value.textContent=said;if(name.textContent==='decided by'&&meanings[said]){const small=document.createElement('small');
    small.textContent=meanings[said];value.append(document.createElement('br'),small)}}
    list.append(name,value)}panel.append(list)}
    function visible(node){while(node&&node.closest){const span=node.closest('.a');if(!span)return null;
    if(!span.classList.contains('off'))return span;node=span.parentElement}return null}
    document.addEventListener('click',e=>{const span=visible(e.target);if(span)choose(span.dataset.a)});
    document.addEventListener('keydown',e=>{const all=[...document.querySelectorAll('.a[tabindex]:not(.off)')];
    const at=all.indexOf(document.activeElement);
    const step={ArrowRight:1,ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[e.key],next=at>=0&&step&&all[at+step];
    if((e.key==='Enter'||e.key===' ')&&at>=0){e.preventDefault();choose(all[at].id)}
    else if(next){e.preventDefault();next.focus();choose(next.id)}
    else if(e.key==='Escape')choose('')});
    function follow(){const id=decodeURIComponent(location.hash.slice(1)),target=id&&document.getElementById(id);
    if(target){target.scrollIntoView({block:'center'});choose(id)}}
    addEventListener('hashchange',follow);follow();
    """
}
