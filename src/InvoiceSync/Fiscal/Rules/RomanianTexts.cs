using System.Collections.Frozen;

namespace InvoiceSync.Fiscal.Rules;

static class RomanianTexts
{
    public static readonly FrozenDictionary<string, RuleText> All = new Dictionary<string, RuleText>
    {
        [RuleKeys.NumberWithoutDigit] = new(
            "Numărul facturii nu conține nicio cifră.",
            "Dați un număr cu cel puțin o cifră, de exemplu ISY-0001."),
        [RuleKeys.TextMissing] = new(
            "Un text obligatoriu este gol.",
            "Completați-l."),
        [RuleKeys.TextTooLong] = new(
            "Un text este mai lung decât acceptă ANAF.",
            "Scurtați-l."),
        [RuleKeys.PeriodReversed] = new(
            "Perioada se încheie înainte să înceapă.",
            "Corectați datele perioadei."),
        [RuleKeys.NotesTooMany] = new(
            "Sunt mai multe note decât acceptă ANAF.",
            "Ștergeți sau scurtați note; una lungă se numără la fiecare 300 de caractere."),
        [RuleKeys.LinesMissing] = new(
            "Factura nu are nicio linie.",
            "Adăugați cel puțin o linie."),
        [RuleKeys.LinesTooMany] = new(
            "Factura are mai multe linii decât încap în cei 10 MB acceptați de ANAF.",
            "Împărțiți-o în mai multe facturi."),
        [RuleKeys.LineIdRepeated] = new(
            "Două linii au același număr.",
            "Numerotați liniile consecutiv."),
        [RuleKeys.MeansUnknown] = new(
            "Modalitatea de plată nu este un cod cunoscut.",
            "Folosiți 48 pentru card, 30 pentru transfer bancar, 68 pentru serviciu online, 10 pentru numerar."),
        [RuleKeys.IbanMissing] = new(
            "Plata prin transfer bancar cere IBAN-ul vânzătorului.",
            "Completați IBAN-ul în profilul companiei sau alegeți altă modalitate de plată."),
        [RuleKeys.DueMissing] = new(
            "Există o sumă de plată, dar nici scadență, nici condiții de plată.",
            "Adăugați scadența."),
        [RuleKeys.SellerCuiWrong] = new(
            "CUI-ul vânzătorului nu este valid sau nu este cunoscut de ANAF.",
            "Comparați CUI-ul din profilul companiei cu certificatul de înregistrare."),
        [RuleKeys.BuyerCuiWrong] = new(
            "CUI-ul cumpărătorului nu este valid.",
            "Cereți clientului CUI-ul corect; ultima cifră este de control și nu se potrivește."),
        [RuleKeys.CnpWrong] = new(
            "CNP-ul cumpărătorului nu este valid.",
            "Corectați-l sau lăsați-l gol: se trimit atunci treisprezece zerouri, cum permite legea."),
        [RuleKeys.PersonAsCompany] = new(
            "Cumpărătorul este marcat ca firmă, dar are un număr de persoană fizică.",
            "Marcați cumpărătorul ca persoană fizică sau introduceți CUI-ul firmei."),
        [RuleKeys.PersonWithVatId] = new(
            "Cumpărătorul este marcat ca persoană fizică, dar are cod de TVA.",
            "Marcați cumpărătorul ca firmă sau ștergeți codul de TVA."),
        [RuleKeys.BuyerIdMissing] = new(
            "Cumpărătorul nu are nici cod de înregistrare, nici cod de TVA.",
            "Cereți clientului CUI-ul; dacă este persoană fizică, marcați-l ca atare."),
        [RuleKeys.VatPrefixMissing] = new(
            "Un cod de TVA nu are literele țării.",
            "Scrieți-l cu țara, ca RO18547290 sau DE136695976; fără înregistrare în scopuri de TVA lăsați-l gol."),
        [RuleKeys.VatMismatch] = new(
            "CUI-ul și codul de TVA ale cumpărătorului aparțin unor firme diferite.",
            "Aflați care este corect și corectați-l pe celălalt."),
        [RuleKeys.StreetMissing] = new(
            "Strada lipsește.",
            "Adăugați strada și numărul în adresă."),
        [RuleKeys.CityMissing] = new(
            "Localitatea lipsește.",
            "Adăugați localitatea în adresă."),
        [RuleKeys.SectorUnknown] = new(
            "Pentru o adresă din București localitatea trebuie să fie sectorul, SECTOR1 până la SECTOR6.",
            "Alegeți sectorul adresei."),
        [RuleKeys.CountyUnknown] = new(
            "Județul unei adrese din România lipsește sau nu este cunoscut.",
            "Alegeți județul adresei."),
        [RuleKeys.CountryUnknown] = new(
            "Țara lipsește sau nu este un cod cunoscut.",
            "Alegeți țara adresei."),
        [RuleKeys.UnitUnknown] = new(
            "Unitatea de măsură nu este un cod cunoscut de ANAF.",
            "Alegeți o unitate: H87 bucată, HUR oră, MON lună, KGM kilogram."),
        [RuleKeys.PriceNegative] = new(
            "Un preț unitar este negativ.",
            "Treceți prețul pozitiv și cantitatea negativă."),
        [RuleKeys.DiscountWrong] = new(
            "Reducerea unei linii îi mărește valoarea.",
            "Reducerea are semnul cantității; corectați-o."),
        [RuleKeys.LineNetWrong] = new(
            "Valoarea unei linii nu este cantitate × preț − reducere.",
            "Corectați cantitatea, prețul sau reducerea."),
        [RuleKeys.AmountTooFine] = new(
            "O sumă are mai multe zecimale decât permit moneda sau ANAF.",
            "Rotunjiți-o la cea mai mică unitate a monedei, cel mult două zecimale."),
        [RuleKeys.TotalOfLinesWrong] = new(
            "Totalul liniilor nu este suma lor.",
            "Corectați liniile sau totalul."),
        [RuleKeys.TotalOfAllowancesWrong] = new(
            "Totalul reducerilor nu este suma lor.",
            "Corectați reducerile sau totalul."),
        [RuleKeys.TotalOfChargesWrong] = new(
            "Totalul taxelor suplimentare nu este suma lor.",
            "Corectați taxele suplimentare sau totalul."),
        [RuleKeys.ChargeWrong] = new(
            "O taxă suplimentară nu este procentul din baza ei.",
            "Corectați suma sau renunțați la procent și bază."),
        [RuleKeys.TotalWithoutVatWrong] = new(
            "Totalul fără TVA nu este suma liniilor minus reduceri plus taxe suplimentare.",
            "Corectați totalurile."),
        [RuleKeys.TotalOfVatWrong] = new(
            "Totalul TVA nu este suma TVA pe cote.",
            "Corectați tabelul de TVA sau totalul."),
        [RuleKeys.TotalWithVatWrong] = new(
            "Totalul cu TVA nu este totalul fără TVA plus TVA.",
            "Corectați totalurile."),
        [RuleKeys.PayableWrong] = new(
            "Suma de plată nu este totalul cu TVA minus suma plătită.",
            "Corectați suma plătită sau suma de plată."),
        [RuleKeys.BreakdownMissing] = new(
            "O cotă de TVA folosită în factură lipsește din tabelul de TVA.",
            "Adăugați câte un rând pentru fiecare cotă folosită."),
        [RuleKeys.BreakdownRepeated] = new(
            "O cotă de TVA apare de două ori în tabelul de TVA.",
            "Uniți cele două rânduri."),
        [RuleKeys.VatBaseWrong] = new(
            "Baza unei cote de TVA nu este suma liniilor ei minus reduceri plus taxe suplimentare.",
            "Corectați baza sau cota unei linii."),
        [RuleKeys.VatAmountWrong] = new(
            "TVA-ul unei cote nu corespunde bazei.",
            "Corectați TVA-ul: bază × cotă."),
        [RuleKeys.RateMissing] = new(
            "O linie taxabilă are cota de TVA zero.",
            "Alegeți cota sau motivul pentru care nu se aplică TVA."),
        [RuleKeys.RateForExempt] = new(
            "O linie fără TVA are o cotă de TVA.",
            "Puneți cota 0 sau categoria taxabilă."),
        [RuleKeys.RateNotAllowed] = new(
            "România nu are o asemenea cotă de TVA la data livrării.",
            "Folosiți 21 sau 11 % pentru livrări de la 1 august 2025, 19, 9 sau 5 % înainte; TVA-ul altei țări nu se declară aici."),
        [RuleKeys.ReasonMissing] = new(
            "O categorie fără TVA nu are motiv.",
            "Adăugați codul de scutire sau articolul de lege."),
        [RuleKeys.ReasonNotAllowed] = new(
            "O categorie taxabilă are motiv de scutire.",
            "Ștergeți motivul."),
        [RuleKeys.ExemptionUnknown] = new(
            "Codul de scutire nu este cunoscut de ANAF.",
            "Alegeți un cod din lista VATEX sau scrieți motivul ca text."),
        [RuleKeys.SellerNotRegistered] = new(
            "Vânzătorul nu este înregistrat în scopuri de TVA, dar aplică TVA.",
            "Corectați profilul companiei sau emiteți factura fără TVA."),
        [RuleKeys.VatIdsMissing] = new(
            "Acest fel de TVA cere codurile de TVA ale vânzătorului și cumpărătorului.",
            "Adăugați codul de TVA al cumpărătorului sau folosiți altă categorie de TVA."),
        [RuleKeys.VatIdsNotAllowed] = new(
            "O factură neimpozabilă arată un cod de TVA.",
            "Ștergeți codul de TVA sau folosiți altă categorie de TVA."),
        [RuleKeys.OutsideMixed] = new(
            "Linii neimpozabile stau alături de linii din alte categorii.",
            "Puneți-le pe o factură separată."),
        [RuleKeys.DeliveryMissing] = new(
            "O livrare intracomunitară trebuie să arate data și țara livrării.",
            "Depuneți deocamdată manual această factură: locul livrării nu este cunoscut aici."),
        [RuleKeys.CurrencyUnknown] = new(
            "ANAF nu acceptă această monedă.",
            "Emiteți factura în RON, EUR sau altă monedă din lista ANAF."),
        [RuleKeys.RonVatMissing] = new(
            "TVA-ul în lei lipsește dintr-o factură în altă monedă.",
            "Așteptați cursul BNR al zilei sau introduceți cursul."),
        [RuleKeys.RonVatWrong] = new(
            "TVA-ul în lei nu este TVA × curs.",
            "Corectați cursul sau suma."),
        [RuleKeys.ExchangeRateWrong] = new(
            "Cursul de schimb nu este mai mare ca zero.",
            "Introduceți cursul BNR."),
        [RuleKeys.CodeUnknown] = new(
            "Un cod nu este în lista acceptată de ANAF.",
            "Corectați valoarea numită în mesaj."),
        [RuleKeys.TypeNotAllowed] = new(
            "ANAF nu acceptă acest tip de document.",
            "Anunțați asistența: facturile se trimit ca tip 380."),
        [RuleKeys.SpecOutdated] = new(
            "ANAF așteaptă altă versiune a formatului facturii.",
            "Anunțați asistența: programul trebuie actualizat."),
        [RuleKeys.DateMalformed] = new(
            "O dată nu este scrisă an-lună-zi.",
            "Anunțați asistența."),
        [RuleKeys.XmlBroken] = new(
            "ANAF nu a putut citi fișierul.",
            "Anunțați asistența și atașați fișierul; retrimiterea nu ajută."),
        [RuleKeys.FileTooLarge] = new(
            "Fișierul este mai mare decât acceptă ANAF.",
            "Împărțiți factura în mai multe."),
        [RuleKeys.Duplicate] = new(
            "ANAF are deja această factură.",
            "Nu mai trebuie trimisă: contează încărcarea anterioară, iar răspunsul ei este preluat."),
        [RuleKeys.CuiNotFound] = new(
            "ANAF nu găsește un CUI în registrul său.",
            "Verificați CUI-ul. O firmă înființată în ultimele zile apare mai târziu: retrimiteți mâine."),
        [RuleKeys.NoRight] = new(
            "Persoana conectată nu are drept în SPV pentru această firmă.",
            "Cereți dreptul în SPV sau conectați-vă cu certificatul unei persoane care îl are."),
        [RuleKeys.DailyLimit] = new(
            "Limita zilnică de apeluri ANAF a fost atinsă.",
            "Nu trebuie făcut nimic: se continuă mâine."),
        [RuleKeys.Technical] = new(
            "ANAF a avut o eroare tehnică.",
            "Nu trebuie făcut nimic: se încearcă din nou."),
        [RuleKeys.RequestWrong] = new(
            "ANAF nu a înțeles cum a fost trimis fișierul.",
            "Anunțați asistența."),
        [RuleKeys.Unknown] = new(
            "ANAF a refuzat dintr-un motiv pe care încă nu îl cunoaștem.",
            "Citiți textul ANAF; dacă nu lămurește, anunțați asistența."),
    }.ToFrozenDictionary();
}
