/// The script of the comparison's page: sorting, filtering, and the panel of occurrences.
enum PageScript {
  static let javaScript = """
    const data=JSON.parse(document.getElementById('data').textContent),panel=document.getElementById('panel'),
    body=document.getElementById('panel-body'),filter=document.getElementById('filter');let opener=null,current=null;
    function element(name,text,className){const e=document.createElement(name);if(text!=null)e.textContent=text;if(className)e.className=className;return e}
    function place(p,set){const box=element('div',null,'place s'+set%8),line=element('p'),mark=element('mark',p[2],'y-'+p[4]);
    line.dir='auto';line.append(p[1],mark,p[3]);const doc=data.documents[p[0]];
    const head=element('small',[doc[1]?doc[1]+' / ':'',doc[0],doc[2]?', '+doc[2]:'',p[5]?' · '+p[5]:''].join(''));box.append(head,line);return box}
    function open(number,set,from){const row=data.rows[number];if(!row)return;current=number;body.replaceChildren();
    document.querySelectorAll('tr.open').forEach(t=>t.classList.remove('open'));const line=document.getElementById('r'+number);
    if(line)line.classList.add('open');body.append(element('p',row.facet,'soft'),Object.assign(element('h2',row.name),{id:'panel-title',dir:'auto'}));
    if(row.names)body.append(Object.assign(element('p','also '+row.names,'soft'),{dir:'auto'}));
    const list=element('dl');for(const [name,value] of row.figures)list.append(element('dt',name),element('dd',value));body.append(list);
    data.sets.forEach((name,index)=>{if(set!=null&&set!==index)return;const side=row.places[index];
    body.append(element('h3',name+': '+side.count+' in '+side.documents+(side.documents===1?' document':' documents')));
    if(side.count&&!side.shown.length)body.append(element('p','The places cannot be shown: the report or summary came without text.','soft'));
    for(const p of side.shown)body.append(place(p,index));
    if(side.shown.length&&side.shown.length<side.count)body.append(element('p',side.shown.length+' of '+side.count+' are shown; --occurrences N shows more.','soft'))});
    if(set!=null){const all=element('button','Show all sets');all.type='button';all.onclick=()=>open(number,null);body.append(all)}
    panel.hidden=false;panel.scrollTop=0;if(from){opener=from;panel.focus()}}
    function shut(){if(panel.hidden)return;panel.hidden=true;document.querySelectorAll('tr.open').forEach(t=>t.classList.remove('open'));
    if(opener&&opener.isConnected)opener.focus();opener=null;current=null}
    document.addEventListener('click',e=>{const link=e.target.closest('[data-r]');if(link){e.preventDefault();
    open(+link.dataset.r,link.dataset.s==null?null:+link.dataset.s,link);return}
    const sorter=e.target.closest('[data-sort]');if(sorter){sort(sorter);return}
    if(!panel.hidden&&!e.target.closest('#panel'))shut()});
    document.getElementById('close').addEventListener('click',shut);
    function key(row,column){const cell=row.cells[column],value=cell.dataset.v;return value==null?cell.textContent.toLowerCase():+value}
    function sort(button){const head=button.parentElement,table=button.closest('table'),column=+button.dataset.sort,rows=[...table.tBodies[0].rows];
    const down=head.getAttribute('aria-sort')?head.getAttribute('aria-sort')==='ascending':column>0;
    table.querySelectorAll('th[aria-sort]').forEach(h=>h.removeAttribute('aria-sort'));head.setAttribute('aria-sort',down?'descending':'ascending');
    rows.sort((a,b)=>{const x=key(a,column),y=key(b,column);return (x<y?-1:x>y?1:0)*(down?-1:1)});table.tBodies[0].append(...rows)}
    function sift(){const wanted=filter.value.trim().toLowerCase();document.querySelectorAll('.facet').forEach(section=>{let shown=0;
    for(const row of section.querySelectorAll('tbody tr')){const hit=!wanted||row.cells[0].textContent.toLowerCase().includes(wanted);row.hidden=!hit;if(hit)shown++}
    section.hidden=shown===0})}
    filter.addEventListener('input',sift);
    document.addEventListener('keydown',e=>{if(e.altKey||e.ctrlKey||e.metaKey)return;
    if(e.key==='Escape'){if(!panel.hidden)shut();else if(document.activeElement===filter){filter.value='';sift();filter.blur()}return}
    if(e.target===filter)return;
    if(e.key==='/'){e.preventDefault();filter.focus();filter.select();return}
    const row=e.target.closest?.('tbody tr'),next={ArrowDown:1,ArrowUp:-1,j:1,k:-1}[e.key];
    if(!panel.hidden&&(e.key==='j'||e.key==='k')&&current!=null){step(next);return}
    if(row&&next){e.preventDefault();const rows=[...row.parentElement.rows].filter(r=>!r.hidden),to=rows[rows.indexOf(row)+next];
    if(to){const column=e.target.closest('td,th').cellIndex;(to.cells[column].querySelector('a')||to.querySelector('a')).focus()}}});
    function step(by){const line=document.getElementById('r'+current);if(!line)return;
    const rows=[...line.parentElement.rows].filter(r=>!r.hidden),to=rows[rows.indexOf(line)+by];
    if(to){open(+to.id.slice(1),null);to.scrollIntoView({block:'nearest'})}}
    function follow(){const m=/^#r(\\d+)$/.exec(location.hash);if(m)open(+m[1],null)}addEventListener('hashchange',follow);follow();
    """
}
