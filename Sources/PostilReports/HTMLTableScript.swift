/// The script of the tables of HTML reports: rows drawn as far as somebody scrolls, a filter, an order, CSV.
enum HTMLTableScript {
  static let javaScript = """
    const plain=html=>html.replace(/<[^>]*>/g,'').replace(/&lt;/g,'<').replace(/&gt;/g,'>').replace(/&quot;/g,'"').replace(/&#39;/g,"'").replace(/&amp;/g,'&');
    const fold=text=>text.normalize('NFD').replace(/\\p{M}/gu,'').toLowerCase();
    function make(name,attributes={},...inside){const node=document.createElement(name);
    for(const key in attributes)node.setAttribute(key,attributes[key]);node.append(...inside);return node}
    function soon(work){let timer;return()=>{clearTimeout(timer);timer=setTimeout(work,60)}}
    function drawTable(place,title,columns,rows,order){let shown=rows,drawn=0,sorted=-1,down=false,words;
    const texts=()=>words??=new Map(rows.map(row=>[row,fold(row.map(plain).join('\\t'))]));
    const body=make('tbody'),counter=make('span',{role:'status'}),filter=make('input',{type:'search','aria-label':'Filter '+title});
    const save=make('button',{type:'button'},'CSV'),tail=make('div');
    const heads=columns.map((name,at)=>{const button=make('button',{type:'button'},name);button.onclick=()=>sort(at);return make('th',{scope:'col'},button)});
    place.append(make('p',{class:'tools'},filter,counter,save),make('div',{class:'table'},make('table',{},make('thead',{},make('tr',{},...heads)),body)),tail);
    function more(){const next=shown.slice(drawn,drawn+100);drawn+=next.length;
    for(const row of next){const line=make('tr');for(const cell of row){const td=make('td',{dir:'auto'});td.innerHTML=cell;line.append(td)}body.append(line)}}
    function show(list){shown=list;drawn=0;body.replaceChildren();more();counter.textContent=shown.length===rows.length?'':shown.length+' of '+rows.length}
    function matching(){const said=fold(filter.value.trim());return said?rows.filter(row=>texts().get(row).includes(said)):rows.slice()}
    function key(row){const text=plain(row[sorted]);return order?order(sorted,text):text}
    const kept=new Map();
    function arrange(list){if(sorted<0)return list;if(!kept.has(sorted))kept.set(sorted,new Map(rows.map(row=>[row,key(row)])));
    const keys=kept.get(sorted),numbers=list.every(row=>/^[-−+]?[\\d.,]*$/.test(keys.get(row))),sign=down?-1:1,collator=new Intl.Collator('en',{numeric:true});
    return list.sort((a,b)=>sign*(numbers?parseFloat(keys.get(a)||0)-parseFloat(keys.get(b)||0):collator.compare(keys.get(a),keys.get(b))))}
    function sort(at){down=sorted===at?!down:false;sorted=at;
    heads.forEach((head,i)=>{if(i===at)head.setAttribute('aria-sort',down?'descending':'ascending');else head.removeAttribute('aria-sort')});show(arrange(matching()))}
    filter.oninput=soon(()=>show(arrange(matching())));
    save.onclick=()=>{const quote=cell=>'"'+plain(cell).replace(/^[=+\\-@\\t\\r](?![\\d.,]*$)/,"'$&").replace(/"/g,'""')+'"';
    const link=make('a',{download:title.toLowerCase()+'.csv',href:URL.createObjectURL(new Blob(['\\uFEFF'+[columns,...shown].map(row=>row.map(quote).join(',')).join('\\r\\n')+'\\r\\n'],{type:'text/csv'}))});
    link.click();setTimeout(()=>URL.revokeObjectURL(link.href))};
    new IntersectionObserver(seen=>{if(seen.some(s=>s.isIntersecting)&&drawn<shown.length)more()},{rootMargin:'600px'}).observe(tail);
    show(shown)}
    function openSection(section){if(section.dataset.drawn)return;section.dataset.drawn=1;
    const script=section.querySelector('script'),data=JSON.parse(script.textContent);script.remove();
    drawTable(section,section.dataset.title,data.columns,data.rows)}
    const sections=new IntersectionObserver(seen=>seen.forEach(s=>{if(s.isIntersecting)openSection(s.target)}),{rootMargin:'600px'});
    document.querySelectorAll('.table-section').forEach(section=>sections.observe(section));
    """
}
