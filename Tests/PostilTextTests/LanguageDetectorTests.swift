import PostilText
import Testing

@Suite struct LanguageDetectorTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let language: String?
  }

  private static func language(of text: String, own: String = "en") throws -> String? {
    let detector = LanguageDetector(own: own, among: try ShippedLanguages.table().languages)
    let structure = TextAnalyzer(language: .none).structure(of: text)
    return detector.language(of: text, tokens: structure.tokens)
  }

  private static func article(_ language: String, _ text: String) -> Case {
    Case(testDescription: "an article in '\(language)'", text: text, language: language)
  }

  static let articles = [
    article(
      "de",
      "Die Regierung in Velmora hat am Montag einen neuen Haushalt vorgelegt. Ministerin Mira Kostrel sagte, dass die Steuern nicht "
        + "steigen werden und auch die Löhne der Lehrer sicher sind. Die Opposition will dagegen stimmen."),
    article(
      "fr",
      "Le gouvernement de Velmora a présenté lundi un nouveau budget. La ministre Mira Kostrel a dit que les impôts ne vont pas augmenter "
        + "et que les salaires des enseignants sont assurés. L’opposition veut voter contre, mais elle n’est pas unie."),
    article(
      "es",
      "El gobierno de Velmora presentó el lunes un nuevo presupuesto. La ministra Mira Kostrel dijo que no subirán los impuestos y que los "
        + "sueldos de los maestros están seguros, pero la oposición votará en contra porque no le parece suficiente."),
    article(
      "it",
      "Il governo di Velmora ha presentato lunedì un nuovo bilancio. La ministra Mira Kostrel ha detto che le tasse non aumenteranno e che "
        + "gli stipendi degli insegnanti sono al sicuro, ma l’opposizione è contro e anche questa volta non voterà con la maggioranza."
    ),
    article(
      "pt",
      "O governo de Velmora apresentou na segunda-feira um novo orçamento. A ministra Mira Kostrel disse que os impostos não vão subir e que "
        + "os salários dos professores estão seguros, mas a oposição vai votar contra porque quer mais para as escolas."
    ),
    article(
      "nl",
      "De regering van Velmora heeft maandag een nieuwe begroting ingediend. Minister Mira Kostrel zei dat de belastingen niet omhoog gaan "
        + "en dat de lonen van de leraren veilig zijn, maar de oppositie wil er tegen stemmen omdat het te weinig is."),
    article(
      "sv",
      "Regeringen i Velmora lade på måndagen fram en ny budget. Ministern Mira Kostrel sade att skatterna inte ska höjas och att lärarnas "
        + "löner är säkra, men oppositionen vill rösta mot den eftersom den inte räcker till."),
    article(
      "pl",
      "Rząd Velmory przedstawił w poniedziałek nowy budżet. Minister Mira Kostrel powiedziała, że podatki nie wzrosną i że pensje "
        + "nauczycieli są bezpieczne, ale opozycja chce głosować przeciw, bo to za mało dla szkół."),
    article(
      "tr",
      "Velmora hükümeti pazartesi günü yeni bir bütçe sundu. Bakan Mira Kostrel vergilerin artmayacağını ve öğretmen maaşlarının güvende "
        + "olduğunu söyledi, ama muhalefet bu bütçe için daha çok para istiyor ve ona göre okullar gibi hastaneler de bekliyor."
    ),
    article(
      "hu",
      "Velmora kormánya hétfőn új költségvetést nyújtott be. Mira Kostrel miniszter azt mondta, hogy az adók nem emelkednek, és a tanárok "
        + "bére is biztos, de az ellenzék nem szavazza meg, mert szerinte ez még nem elég."),
    article(
      "ru",
      "Правительство Велморы в понедельник представило новый бюджет. Министр Мира Кострел сказала, что налоги не вырастут и что зарплаты "
        + "учителей в безопасности, но оппозиция хочет голосовать против, потому что этого мало."),
    article(
      "uk",
      "Уряд Велмори в понеділок подав новий бюджет. Міністерка Міра Кострел сказала, що податки не зростуть і що зарплати вчителів у безпеці, "
        + "але опозиція хоче голосувати проти, бо цього замало для шкіл."),
    article(
      "ar",
      "قدمت حكومة فيلمورا يوم الاثنين ميزانية جديدة. وقالت الوزيرة ميرا كوستريل إن الضرائب لن ترتفع وإن رواتب المعلمين في أمان، "
        + "لكن المعارضة تريد التصويت ضد هذه الميزانية التي لا تكفي من أجل المدارس في كل البلاد كما قال رئيسها."),
    article(
      "fa",
      "دولت ولمورا روز دوشنبه بودجه جدیدی را به مجلس داد. میرا کوسترل وزیر دارایی گفت که مالیات ها بالا نمی رود و این حقوق برای معلمان است، "
        + "اما مخالفان با آن موافق نیستند."),
    article(
      "cs",
      "Vláda Velmory v pondělí předložila nový rozpočet. Ministryně Mira Kostrelová řekla, že daně neporostou a že platy učitelů jsou jisté, "
        + "ale opozice chce hlasovat proti, protože to podle ní nestačí."),
    article(
      "da",
      "Regeringen i Velmora lagde mandag et nyt budget frem. Minister Mira Kostrel sagde, at skatterne ikke skal hæves, og at lærernes løn er "
        + "sikker, men oppositionen vil stemme imod, fordi det ikke er nok efter så mange år."),
    article(
      "fi",
      "Velmoran hallitus esitti maanantaina uuden budjetin. Ministeri Mira Kostrel sanoi, että verot eivät nouse ja että opettajien palkat "
        + "ovat turvassa, mutta oppositio ei hyväksy sitä, koska se on liian vähän ja myös koulut ovat pulassa."),
    article(
      "ro",
      "Guvernul din Velmora a prezentat luni un nou buget. Ministra Mira Kostrel a spus că impozitele nu vor crește și că salariile "
        + "profesorilor sunt sigure, dar opoziția va vota împotrivă, pentru că nu este de ajuns."),
    article(
      "hr",
      "Vlada u Velmori u ponedjeljak je predstavila novi proračun. Ministrica Mira Kostrel rekla je da porezi neće rasti i da su plaće učitelja "
        + "sigurne, ali oporba će glasati protiv, jer to nije dovoljno."),
    article(
      "id",
      "Pemerintah Velmora mengajukan anggaran baru pada hari Senin. Menteri Mira Kostrel mengatakan bahwa pajak tidak akan naik dan gaji guru "
        + "sudah aman, tetapi oposisi akan menolak karena itu belum cukup untuk sekolah."),
    article(
      "vi",
      "Chính phủ Velmora đã trình ngân sách mới vào thứ Hai. Bộ trưởng Mira Kostrel nói rằng thuế sẽ không tăng và lương của giáo viên được "
        + "bảo đảm, nhưng phe đối lập sẽ bỏ phiếu chống vì cho rằng như vậy là không đủ."),
    article(
      "sw",
      "Serikali ya Velmora iliwasilisha bajeti mpya siku ya Jumatatu. Waziri Mira Kostrel alisema kwamba kodi hazitapanda na mishahara ya "
        + "walimu ni salama, lakini upinzani utapiga kura ya hapana kwa sababu hiyo haitoshi."),
    article(
      "bg",
      "Правителството на Велмора представи в понеделник нов бюджет. Министърката Мира Кострел каза, че данъците няма да се увеличат и че "
        + "заплатите на учителите са сигурни, но опозицията ще гласува против, защото това не е достатъчно."),
    article(
      "ur",
      "ویلمورا کی حکومت نے پیر کو نیا بجٹ پیش کیا۔ وزیر میرا کوسٹرل نے کہا کہ ٹیکس نہیں بڑھیں گے اور اساتذہ کی تنخواہیں محفوظ ہیں، لیکن حزب "
        + "اختلاف اس کے خلاف ووٹ دے گی۔"),
    article(
      "hi",
      "वेलमोरा की सरकार ने सोमवार को नया बजट पेश किया। मंत्री मीरा कोस्त्रेल ने कहा कि कर नहीं बढ़ेंगे और शिक्षकों का वेतन सुरक्षित है, "
        + "लेकिन विपक्ष इसके खिलाफ वोट देगा।"),
    article(
      "el",
      "Η κυβέρνηση της Βελμόρα παρουσίασε τη Δευτέρα νέο προϋπολογισμό."),
    article(
      "he",
      "ממשלת ולמורה הציגה ביום שני תקציב חדש. השרה אמרה כי המסים לא יעלו, אבל האופוזיציה גם היא רוצה יותר, ואין רוב בין חברי הבית. היא אמרה את זה אחרי הישיבה."
    ),
    article("ja", "ベルモラ政府は月曜日に新しい予算案を提出した。大臣は増税はないと述べた。"),
    article("zh", "维尔莫拉政府星期一提出了新的预算案。部长表示不会加税，但反对党将投反对票。"),
    article("ko", "벨모라 정부는 월요일 새 예산안을 제출했다. 장관은 세금이 오르지 않을 것이라고 말했다."),
    article(
      "en",
      "The government of Velmora presented a new budget on Monday. Minister Mira Kostrel said that taxes would not rise and that teachers' "
        + "wages are safe, but the opposition wants to vote against it."),
  ]

  @Test(arguments: articles)
  func `an article tells its language`(_ c: Case) throws { #expect(try Self.language(of: c.text) == c.language) }

  @Test(arguments: ["é ", "👩‍👩‍👧 ", "العراق\n", "— 東京: "], articles.prefix(24))
  func `other characters in front change nothing`(prefix: String, _ c: Case) throws {
    #expect(try Self.language(of: prefix + c.text) == c.language)
  }

  /// English, of which some is too short or too poor in words to tell; none of it is in another language.
  static let english = [
    "a headline": "Two die in Velmora blast, war in Korr: man held",
    "results of a match":
      "Velmora City 2 Korr United 1\nDynamo Pohn 0 Sporting Tarv 0\nReal Sanda 3 Atlético de Orm 3\nInter Lask 1 Bayern Holm 4",
    "a scoreboard":
      "M. Kostrel c Powen b Osk 54\nB. Osk lbw b Tarn 12\nT. Kane not out 8\nExtras (lb-4 w-2 nb-6) 12\nTotal (for 2 wickets) 86",
    "names":
      "Robin van Persie\nUrsula von der Leyen\nRafael van der Vaart\nAlexander Van der Bellen\nOscar de la Hoya\nMiguel de la Madrid",
    "names of Spain":
      "Juan Carlos de la Cruz y Velasco, José del Valle, María de los Ángeles, Pedro de las Casas, El País, Los Angeles, La Paz, Las Palmas",
    "names of Brazil":
      "João da Silva, Maria dos Santos, Rio de Janeiro, Pedro do Vale, Ana das Neves, José e Filhos, Belém do Pará, Foz do Iguaçu",
    "Arabic names":
      "Khalid bin Walid al-Korri, Umm al-Qura, Abd al-Aziz bin Saud, Nur ad-Din, Salah ad-Din, Dar as-Salam, Bab el-Mandeb",
    "a table": "Name | Points | Goals\nVelmora | 12 | 30\nKorr | 10 | 21\nPohn | 9 | 18\nTarv | 3 | 7",
    "codes of states": "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD OR PA",
    "codes of countries": "DE FR ES IT NO SE DK NL PL CZ SK HU RO EL EN DA DO EST",
    "a poll": "Which party will you vote for?\nUnity 34%\nProgress 29%\nGreens 11%\nUndecided 26%",
    "capitals":
      "FOREIGN MINISTER SAYS NO DEAL WITH VELMORA AS TALKS END IN KORR AND TROOPS ARE ON THE WAY TO THE BORDER THAT HAS BEEN CLOSED",
    "a tweet": "lol so tired rn 😴 cant wait for friday #weekend @mira http://t.co/x1",
    "a text full of foreign names":
      "Die Welt and Der Spiegel said that Le Monde, El País, La Repubblica and De Telegraaf had asked the Rassemblement National and Die Linke "
      + "about Los Angeles, but the editors of Frankfurter Allgemeine Zeitung and Corriere della Sera were not in the room.",
    "a short quotation in another language":
      "“Ich bin ein Freund von Velmora, und das ist auch gut so”, she said, and the crowd in the square was quiet before it began to sing. "
      + "Her aides had told her that the mayor would be there and that he was not to be seen with them.",
    "code": "for (int i = 0; i < n; i++) { if (map.get(i) == null) { return -1; } else { sum += map.get(i); } }",
    "formulas":
      "f(x) = a x + b\ng(u) = k u + v\nh(z) = s z + o\na, i, o, u, v, z, k, s, e, y\nu = v, z = k, s = o, i = a",
    "nothing": "",
    "numbers": "1 2 3\n4 5 6\n12.5 % 30,000",
    "Latin":
      "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.",
  ].map { Case(testDescription: $0.key, text: $0.value, language: nil) }.sorted {
    $0.testDescription < $1.testDescription
  }

  @Test(arguments: english)
  func `what is English, or tells nothing, is in no other language`(_ c: Case) throws {
    let found = try Self.language(of: c.text)
    #expect(found == nil || found == "en")
  }

  @Test(arguments: ["capitals", "a text full of foreign names", "a short quotation in another language"])
  func `English words tell English whatever stands between them`(description: String) throws {
    let text = try #require(Self.english.first { $0.testDescription == description }).text
    #expect(try Self.language(of: text) == "en")
  }

  @Test(arguments: [
    "Москва, Киев, Минск, Велмора", "رئيس الوزراء ميرا كوستريل", "ⵜⴰⵎⴰⵣⵉⵖⵜ Москва Велмора",
  ])
  func `letters of another script tell that a text is foreign, if not in what language`(text: String) throws {
    let found = try Self.language(of: text)
    #expect(found?.hasPrefix("und-") == true, "\(found ?? "nil")")
  }

  /// Paragraphs that have of function words what running text has.
  private static let typical = (
    german:
      "Der Stadtrat von Korr hat am Dienstag lange über die Frage gestritten, wie es nach dem Brand weitergehen soll. Viele Familien wohnen "
      + "noch immer bei Freunden, und die Schule am Markt bleibt bis zum Sommer geschlossen. Ein Gutachten wird im Herbst erwartet.",
    english:
      "The council of Korr argued on Tuesday about what should become of the burnt quarter. Many families still live with friends, and "
      + "the school at the market stays closed until summer. A report is expected in autumn, when engineers have looked at walls, roofs and pipes."
  )

  @Test func `the larger part of a text in two languages decides, and neither where they are even`() throws {
    let (german, english) = Self.typical
    #expect(try Self.language(of: "\(english)\n\n\(english)\n\n\(german)") == "en")
    #expect(try Self.language(of: "\(german)\n\n\(german)\n\n\(english)") == "de")
    #expect(try Self.language(of: "\(german)\n\n\(english)") == nil)
  }

  @Test func `capitals tell as small letters do`() throws {
    #expect(try Self.language(of: Self.articles[0].text.uppercased()) == "de")
    #expect(try Self.language(of: Self.articles[10].text.uppercased()) == "ru")
  }

  @Test func `what is foreign depends on the language that is expected`() throws {
    let (german, english) = (Self.articles[0].text, Self.articles[Self.articles.count - 1].text)
    #expect(try Self.language(of: german, own: "de") == "de")
    #expect(try Self.language(of: english, own: "de") == "en")
    #expect(try Self.language(of: english, own: "ru") == "en")
    #expect(try Self.language(of: "Robin van Persie, Marco van Basten", own: "ru") == "und-Latn")
  }
}
