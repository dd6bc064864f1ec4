/// The script of HTML reports: documents drawn as they come into view, the filter by type, the panel, the keyboard.
enum HTMLScript {
  static let javaScript = """
    const legend=document.getElementById('legend'),panel=document.getElementById('panel'),off=new Set(),known=new Map();
    const articles=[...document.querySelectorAll('article')];
    legend.append(document.getElementById('legend-items').content.cloneNode(true));
    function read(article){if(!known.has(article)){const script=article.nextElementSibling;known.set(article,JSON.parse(script.textContent));script.remove()}
    return known.get(article)}
    const clean=text=>text.replace(/\\r\\n?/g,'\\n').replace(/[\\0-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]/g,'\\uFFFD');
    const classOf=type=>'t-'+type.replace(/[^A-Za-z0-9-]/gu,c=>'_'+c.codePointAt(0).toString(16));
    function draw(article){const place=article.querySelector('.text');if(!place||place.dataset.drawn)return;place.dataset.drawn=1;
    const {t,a,b}=read(article),letters=[...t],seen=new Set();
    const cuts=[...new Set([0,letters.length,...b,...a.flatMap(row=>[row[1],row[2]])])].sort((x,y)=>x-y);
    let active=[],next=0,aside=0;const all=document.createDocumentFragment();
    for(let i=0;i+1<cuts.length;i++){const start=cuts[i];let outer=all;
    while(next<a.length&&a[next][1]<=start)active.push(next++);active=active.filter(at=>a[at][2]>start);
    while(aside<b.length&&b[aside+1]<=start)aside+=2;
    if(aside<b.length&&b[aside]<=start){const span=make('span',{class:'boilerplate',title:'boilerplate'});outer.append(span);outer=span}
    for(const at of active){const id=article.id+'-'+a[at][0],type=classOf(words[a[at][3]]);
    const span=make('span',{class:'a '+type+(off.has(type)?' off':''),'data-a':id});
    if(!seen.has(at)){seen.add(at);span.id=id;span.tabIndex=off.has(type)?-1:0;span.setAttribute('role','button')}
    outer.append(span);outer=span}
    outer.append(clean(letters.slice(start,cuts[i+1]).join('')))}
    place.replaceChildren(all)}
    const near=new IntersectionObserver(seen=>seen.forEach(s=>{if(s.isIntersecting){near.unobserve(s.target);draw(s.target.closest('article'))}}),{rootMargin:'800px'});
    document.querySelectorAll('article .text').forEach(place=>near.observe(place));
    addEventListener('beforeprint',()=>{if(articles.length<=300)articles.forEach(draw);document.querySelectorAll('.table-section').forEach(openSection)});
    legend.addEventListener('change',e=>{const type='t-'+e.target.dataset.type;if(e.target.checked)off.delete(type);else off.add(type);
    document.querySelectorAll('.a.'+CSS.escape(type)).forEach(s=>{s.classList.toggle('off',!e.target.checked);
    if(s.id)s.tabIndex=e.target.checked?0:-1})});
    function find(id){const cut=id.indexOf('-'),article=document.getElementById(cut<0?id:id.slice(0,cut));
    if(article?.tagName!=='ARTICLE')return null;draw(article);
    return{article,row:cut<0?null:read(article).a.find(row=>row[0]===id.slice(cut+1))}}
    // Offsets in code points are those of the string where nothing lies beyond the first plane.
    const isWide=article=>{const data=read(article);return data.wide??=/[\\uD800-\\uDFFF]/.test(data.t)};
    const unit=(article,at)=>isWide(article)?[...read(article).t].slice(0,at).join('').length:at;
    const slice=(article,row)=>isWide(article)?[...read(article).t].slice(row[1],row[2]).join(''):read(article).t.slice(row[1],row[2]);
    const said=(article,row)=>clean([...slice(article,row)].slice(0,600).join('')).replace(/\\n/g,' ');
    function choose(id){document.querySelectorAll('.chosen').forEach(s=>s.classList.remove('chosen'));
    panel.replaceChildren();const found=id?find(id):null;if(!found?.row)return;const {article,row}=found,list=make('dl');
    document.querySelectorAll('[data-a="'+CSS.escape(id)+'"]').forEach(s=>s.classList.add('chosen'));
    const tell=(name,...value)=>list.append(make('dt',{},name),make('dd',{dir:'auto'},...value));
    tell('type',words[row[3]]);tell('text',said(article,row));
    for(let i=0;i<row[4].length;i+=2){const name=words[row[4][i]],given=row[4][i+1],value=typeof given==='number'?words[given]:clean(given).replace(/\\n/g,' ');
    if(name==='decided by'&&meanings[value])tell(name,value,make('br'),make('small',{},meanings[value]));else tell(name,value)}
    for(const at of row[5]){const source=read(article).a[at];
    tell('made of',make('a',{href:'#'+encodeURIComponent(article.id+'-'+source[0])},words[source[3]]+' '+said(article,source)))}
    panel.append(list)}
    function visible(node){while(node&&node.closest){const span=node.closest('.a');if(!span)return null;
    if(!span.classList.contains('off'))return span;node=span.parentElement}return null}
    function open(id){history.replaceState(null,'','#'+encodeURIComponent(id));choose(id)}
    document.addEventListener('click',e=>{const span=visible(e.target);if(span)open(span.dataset.a)});
    document.addEventListener('keydown',e=>{if(e.key==='Escape')return choose('');
    if(!document.activeElement.classList.contains('a'))return;
    const step={ArrowRight:1,ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[e.key],all=[...document.querySelectorAll('.a[tabindex="0"]')];
    const at=all.indexOf(document.activeElement),next=at>=0&&step&&all[at+step];
    if((e.key==='Enter'||e.key===' ')&&at>=0){e.preventDefault();open(all[at].id)}
    else if(next){e.preventDefault();next.focus();open(next.id)}});
    """
}
