/// The script of the search of HTML reports: keywords in context, of words or of a name, and the address that leads to them.
enum HTMLSearchScript {
  static let javaScript = """
    const box=document.getElementById('find'),hits=document.getElementById('hits'),told=document.getElementById('found');
    const most=2000,round=60,listing=document.querySelector('.table-section[data-title="Documents"]');
    if(listing){const list=document.getElementById('documents');list.querySelector('summary').textContent='Documents '+articles.length;
    listing.querySelector('h2').hidden=true;list.append(listing)}else document.getElementById('documents').hidden=true;
    const escape=text=>clean(text).replace(/\\s+/g,' ').replace(/&/g,'&amp;').replace(/</g,'&lt;').replace(/>/g,'&gt;').replace(/"/g,'&quot;');
    const lower=text=>{const small=text.toLowerCase();return small.length===text.length?small:[...text].map(c=>c.toLowerCase().length===c.length?c.toLowerCase():c).join('')};
    const lowered=new Map(),inSmall=article=>{if(!lowered.has(article))lowered.set(article,lower(read(article).t));return lowered.get(article)};
    function hit(article,start,end,target){const t=read(article).t;
    return[escape(t.slice(Math.max(0,start-round),start)),'<a href="#'+encodeURIComponent(target)+'">'+escape(t.slice(start,end))+'</a>',
    escape(t.slice(end,end+round)),escape(article.querySelector('h2').textContent),escape(article.querySelector('.meta').textContent)]}
    function ofWords(text){const needle=lower(text),rows=[];let count=0,documents=0;
    for(const article of articles){const small=inSmall(article);let at=small.indexOf(needle);if(at>=0)documents++;
    for(;at>=0;at=small.indexOf(needle,at+needle.length)){count++;
    if(rows.length<most)rows.push(hit(article,at,at+needle.length,article.id+'@'+at+'-'+(at+needle.length)))}}
    return{rows,count,documents}}
    // All annotations by the name that they mean, else by their words.
    let named;
    function byName(){if(named)return named;named=new Map();const entity=words.indexOf('entity');
    for(const article of articles)for(const row of read(article).a){let name;
    for(let i=0;i<row[4].length;i+=2)if(row[4][i]===entity)name=row[4][i+1];
    name??=row[2]-row[1]<120?slice(article,row):'';if(!named.has(name))named.set(name,[]);named.get(name).push([article,row])}
    return named}
    function ofName(name){const all=byName().get(name)||[];
    return{rows:all.slice(0,most).map(([article,row])=>{const start=unit(article,row[1]);
    return hit(article,start,start+slice(article,row).length,article.id+'-'+row[0])}),
    count:all.length,documents:new Set(all.map(pair=>pair[0])).size}}
    function show({rows,count,documents},title){hits.replaceChildren();
    told.textContent=count+' in '+documents+' of '+articles.length+' documents'+(count>rows.length?', the first '+rows.length+' shown':'');
    if(!rows.length)return;const place=make('section',{class:'kwic'});hits.append(place);
    drawTable(place,title,['left','match','right','document','about'],rows,(at,text)=>at?text:text.split(' ').reverse().join(' '))}
    function search(){const text=box.value.trim();if(text.length<2){hits.replaceChildren();told.textContent='';return}show(ofWords(text),'Concordance')}
    box.addEventListener('input',soon(()=>{history.replaceState(null,'',box.value.trim()?'#q='+encodeURIComponent(box.value.trim()):'#');search()}));
    function mark(article,start,end){const t=read(article).t,drawn=at=>at-(t.slice(0,at).match(/\\r\\n/g)||[]).length;
    const range=document.createRange(),walk=document.createTreeWalker(article.querySelector('.text'),4);let at=0,node;
    while(node=walk.nextNode()){const stop=at+node.length,from=drawn(start),to=drawn(end);
    if(from>=at&&from<stop)range.setStart(node,from-at);if(to>at&&to<=stop){range.setEnd(node,to-at);break}at=stop}
    getSelection().removeAllRanges();getSelection().addRange(range);
    (range.startContainer.parentElement||article).scrollIntoView({block:'center'})}
    function follow(){const said=decodeURIComponent(location.hash.slice(1));if(!said)return;
    if(said.startsWith('q=')){box.value=said.slice(2);return search()}
    if(said.startsWith('item=')){show(ofName(said.slice(5)),'Concordance of '+said.slice(5));return hits.scrollIntoView()}
    const place=said.match(/^(d\\d+)@(\\d+)-(\\d+)$/),found=find(place?place[1]:said);if(!found)return;
    if(place)return mark(found.article,+place[2],+place[3]);
    (document.getElementById(said)||found.article).scrollIntoView({block:found.row?'center':'start'});choose(said)}
    addEventListener('hashchange',follow);follow();
    // What a search needs is made while nobody waits.
    const whenIdle=window.requestIdleCallback||(work=>setTimeout(()=>work({timeRemaining:()=>20}),200));let ready=0;
    (function prepare(){whenIdle(idle=>{while(ready<articles.length&&idle.timeRemaining()>4)inSmall(articles[ready++]);
    if(ready<articles.length)prepare();else byName()})})();
    """
}
