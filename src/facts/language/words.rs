//! The small words of the languages that policies are written in.

/// A language's tag, and words that any text in it is full of. Names, loan words and terms of the trade are not among them; what two
/// languages share stands with both.
pub(super) const FUNCTION_WORDS: [(&str, &str); 31] = [
    (
        "en",
        "the of and to we you your our is are was were that this these those with for by from not or will may be been have has had which can \
         any if about when who they their them it its such an as at other more must should would how what does do us because whether",
    ),
    (
        "de",
        "der die das den dem des und oder nicht ist sind wird werden wurde wir sie ihre ihren ihrer ihrem unsere unserer unseren uns mit für \
         von zu zur zum auf bei eine einer einen einem ein im vom über auch nur wenn dass durch nach aus kann können haben hat sich als an es \
         um diese dieser dieses soweit sowie bis wegen sofern",
    ),
    (
        "fr",
        "le la les des du de et ou un une nous vous votre vos notre nos ne pas est sont que qui dans pour par sur avec au aux ce cette ces \
         être peut pouvez avez sans leur leurs il elle afin ainsi si se lorsque dont à en",
    ),
    (
        "es",
        "el la los las del de y o un una que en para por con no se su sus nuestro nuestra nuestros usted es son sobre como cuando si al lo \
         está puede ser este esta estos estas sin también más le nos",
    ),
    (
        "it",
        "il la lo gli le di del della dei delle dello degli e o un una che in per con non si è sono sul sulla nel nella al alla ai alle da \
         dal dalla ci vi vostro vostri nostro nostra questo questa questi quando come anche suoi sua possono può",
    ),
    (
        "nl",
        "de het een en of van voor met op niet is zijn wij u uw onze ons worden wordt door naar om aan bij deze die dat dit te ook als \
         kunnen kunt er over uit wanneer in hebben heeft tot alleen",
    ),
    (
        "pt",
        "o os as da das do dos de e ou um uma que em para por com não se seu sua seus suas nosso nossa nossos você no na nos nas ao à é são \
         como quando pode podem ser este esta estes estas sobre também mais sem",
    ),
    (
        "pl",
        "i w z na do nie się jest są lub oraz które który która dla przez od po ze o jak to że może mogą państwa państwo naszej naszych \
         tych tej tym tylko także gdy jeśli aby ich jej jego przy za",
    ),
    (
        "sv",
        "och att i på av för är som med vi du din ditt dina till om inte den det ett en vår våra har kan när eller från de dig oss vid \
         också bara så denna detta dessa",
    ),
    (
        "da",
        "og at i på af for er som med vi du din dit dine til om ikke den det et en vores har kan når eller fra de dig os ved også kun så \
         denne dette disse bliver",
    ),
    (
        "nb",
        "og å i på av for er som med vi du din ditt dine til om ikke den det et en vår våre har kan når eller fra de deg oss ved også bare \
         så denne dette disse blir",
    ),
    (
        "fi",
        "ja on ei että tai kun joka jotka se ne me sinun sinä voit emme ovat kuin myös vain niin jos jotta tämä tämän tämä nämä voi sekä \
         eikä olla mukaan meillä siitä niitä kaikki",
    ),
    (
        "cs",
        "a v na se je že si s z do pro které který která jsou nebo aby o k od po pouze jen při také vás vám vaše vašich naše našich jako \
         podle jejich tyto bude když můžete není",
    ),
    (
        "sk",
        "a v na sa je že si s z do pre ktoré ktorý ktorá sú alebo aby o k od po iba len pri tiež vás vám vaše vašich naše našich ako podľa \
         ich tieto bude keď môžete nie ak aj ste čo sme len",
    ),
    (
        "sl",
        "in v na se je da za z s so ki ali po od pri ne smo vam vas vaše naše lahko tudi samo kot če ter iz o jih bo",
    ),
    (
        "hr",
        "i u na se je da za s sa su koji koje koja ili od po pri ne vam vas vaše naše možete također samo kao ako te iz o ih bi nije kada",
    ),
    (
        "hu",
        "a az és hogy nem is egy ha vagy meg csak mert már ez ezek azok után által kell lehet való valamint ön önnek amely amelyek illetve \
         során szerint alapján azt ezt",
    ),
    (
        "ro",
        "și sau în la de pe cu nu este sunt care să că pentru din prin al ale ai un o vă dumneavoastră noastre noastră aceste această \
         acest dacă când fi poate puteți le lor numai",
    ),
    (
        "tr",
        "ve bir bu için ile olarak veya de da ne gibi olan daha her kadar sonra ancak biz siz sizin bizim en çok yalnızca ya tarafından \
         göre değil eğer ise",
    ),
    (
        "id",
        "dan yang di untuk dengan kami anda ini itu dari pada tidak akan atau dalam kepada oleh dapat adalah jika hanya setelah agar juga \
         ketika kita bahwa serta",
    ),
    (
        "ms",
        "dan yang di untuk dengan kami anda ini itu dari pada tidak akan atau dalam kepada oleh boleh adalah jika hanya selepas juga \
         apabila kita bahawa serta",
    ),
    (
        "vi",
        "của và các cho với là không được này chúng tôi bạn khi để trong những một có người sẽ hoặc từ đến theo về tại bởi nếu",
    ),
    (
        "ca",
        "el la els les de del i o un una que en per amb no es seu seva seus nostre nostra us són és als al quan si com aquest aquesta pot",
    ),
    (
        "gl",
        "o a os as do da dos das e ou un unha que en para por con non se seu súa vostede é son como cando si ao pode este esta",
    ),
    ("et", "ja on ei et või kui mis me te teie meie oma ka see selle need seda ning kes võib ainult pärast saab"),
    ("lv", "un ir ne ka vai ja mēs jūs jūsu mūsu par no ar uz pie lai kas tikai arī šo šī pēc var"),
    ("lt", "ir yra ne kad ar jei mes jūs jūsų mūsų apie iš su į prie tik taip pat šis šie po gali kurie kai"),
    ("is", "og að í á er sem við þú þín þitt til um ekki það en eða frá ef okkar hefur má þegar með fyrir"),
    ("sq", "dhe të në e i për me që nuk është janë ose nga ne ju juaj tona kjo ky do mund si kur"),
    ("af", "die en van het nie is ons jou u vir met op wat word kan of by as aan om te deur in hierdie slegs wanneer"),
    ("eu", "eta da ez edo bat du dira gure zure dugu dituzu hau honek baina ere"),
];

/// Small words that names hold, too: `Banco de Crédito del Perú`, `Kanzlei für Datenschutz und Recht`. They alone make no sentence.
pub(super) const IN_NAMES: &str = "de la le les l des du d et au aux en el los las del y e di della dei delle degli dell da do das dos o os a as i von vom der die \
                                   das den und für am im zu zum zur van het te op of the and och og ja z w na v s u al il lo gli";
