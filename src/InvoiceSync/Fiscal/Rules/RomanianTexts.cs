using System.Collections.Frozen;

namespace InvoiceSync.Fiscal.Rules;

static class RomanianTexts
{
    public static readonly FrozenDictionary<string, RuleText> All = new Dictionary<string, RuleText>
    {
        [RuleKeys.NumberWithoutDigit] = new(
            "Numărul facturii nu conține nicio cifră.",
            "Dă un număr cu cel puțin o cifră, de exemplu ISY-0001."),
        [RuleKeys.TextMissing] = new(
            "Un text obligatoriu este gol.",
            "Completează-l."),
        [RuleKeys.TextTooLong] = new(
            "Un text este mai lung decât acceptă ANAF.",
            "Scurtează-l."),
        [RuleKeys.PeriodReversed] = new(
            "Perioada se încheie înainte să înceapă.",
            "Corectează datele perioadei."),
        [RuleKeys.NotesTooMany] = new(
            "Sunt mai multe note decât acceptă ANAF.",
            "Șterge sau scurtează note; una lungă se numără la fiecare 300 de caractere."),
        [RuleKeys.LinesMissing] = new(
            "Factura nu are nicio linie.",
            "Adaugă cel puțin o linie."),
        [RuleKeys.LinesTooMany] = new(
            "Factura are mai multe linii decât încap în cei 10 MB acceptați de ANAF.",
            "Împarte-o în mai multe facturi."),
        [RuleKeys.LineIdRepeated] = new(
            "Două linii au același număr.",
            "Numerotează liniile consecutiv."),
        [RuleKeys.MeansUnknown] = new(
            "Modalitatea de plată nu este un cod cunoscut.",
            "Folosește 48 pentru card, 30 pentru transfer bancar, 68 pentru serviciu online, 10 pentru numerar."),
        [RuleKeys.IbanMissing] = new(
            "Plata prin transfer bancar cere IBAN-ul vânzătorului.",
            "Completează IBAN-ul în profilul companiei sau alege altă modalitate de plată."),
        [RuleKeys.DueMissing] = new(
            "Există o sumă de plată, dar nici scadență, nici condiții de plată.",
            "Adaugă scadența."),
        [RuleKeys.SellerCuiWrong] = new(
            "CUI-ul vânzătorului nu este valid sau nu este cunoscut de ANAF.",
            "Compară CUI-ul din profilul companiei cu certificatul de înregistrare."),
        [RuleKeys.BuyerCuiWrong] = new(
            "CUI-ul cumpărătorului nu este valid.",
            "Cere clientului CUI-ul corect; ultima cifră este de control și nu se potrivește."),
        [RuleKeys.CnpWrong] = new(
            "CNP-ul cumpărătorului nu este valid.",
            "Corectează-l sau lasă-l gol: se trimit atunci treisprezece zerouri, cum permite legea."),
        [RuleKeys.PersonAsCompany] = new(
            "Cumpărătorul este marcat ca firmă, dar are un număr de persoană fizică.",
            "Marchează cumpărătorul ca persoană fizică sau introdu CUI-ul firmei."),
        [RuleKeys.PersonWithVatId] = new(
            "Cumpărătorul este marcat ca persoană fizică, dar are cod de TVA.",
            "Marchează cumpărătorul ca firmă sau șterge codul de TVA."),
        [RuleKeys.BuyerIdMissing] = new(
            "Cumpărătorul nu are nici cod de înregistrare, nici cod de TVA.",
            "Cere clientului CUI-ul; dacă este persoană fizică, marchează-l ca atare."),
        [RuleKeys.VatPrefixMissing] = new(
            "Un cod de TVA nu are literele țării.",
            "Scrie-l cu țara, ca RO18547290 sau DE136695976; fără înregistrare în scopuri de TVA lasă-l gol."),
        [RuleKeys.VatMismatch] = new(
            "CUI-ul și codul de TVA ale cumpărătorului aparțin unor firme diferite.",
            "Află care este corect și corectează-l pe celălalt."),
        [RuleKeys.StreetMissing] = new(
            "Strada lipsește.",
            "Adaugă strada și numărul în adresă."),
        [RuleKeys.CityMissing] = new(
            "Localitatea lipsește.",
            "Adaugă localitatea în adresă."),
        [RuleKeys.SectorUnknown] = new(
            "Pentru o adresă din București localitatea trebuie să fie sectorul, SECTOR1 până la SECTOR6.",
            "Alege sectorul adresei."),
        [RuleKeys.CountyUnknown] = new(
            "Județul unei adrese din România lipsește sau nu este cunoscut.",
            "Alege județul adresei."),
        [RuleKeys.CountryUnknown] = new(
            "Țara lipsește sau nu este un cod cunoscut.",
            "Alege țara adresei."),
        [RuleKeys.UnitUnknown] = new(
            "Unitatea de măsură nu este un cod cunoscut de ANAF.",
            "Alege o unitate: H87 bucată, HUR oră, MON lună, KGM kilogram."),
        [RuleKeys.PriceNegative] = new(
            "Un preț unitar este negativ.",
            "Treci prețul pozitiv și cantitatea negativă."),
        [RuleKeys.DiscountWrong] = new(
            "Reducerea unei linii îi mărește valoarea.",
            "Reducerea are semnul cantității; corectează-o."),
        [RuleKeys.LineNetWrong] = new(
            "Valoarea unei linii nu este cantitate × preț − reducere.",
            "Corectează cantitatea, prețul sau reducerea."),
        [RuleKeys.AmountTooFine] = new(
            "O sumă are mai multe zecimale decât permit moneda sau ANAF.",
            "Rotunjește-o la cea mai mică unitate a monedei, cel mult două zecimale."),
        [RuleKeys.TotalOfLinesWrong] = new(
            "Totalul liniilor nu este suma lor.",
            "Corectează liniile sau totalul."),
        [RuleKeys.TotalOfAllowancesWrong] = new(
            "Totalul reducerilor nu este suma lor.",
            "Corectează reducerile sau totalul."),
        [RuleKeys.TotalOfChargesWrong] = new(
            "Totalul taxelor suplimentare nu este suma lor.",
            "Corectează taxele suplimentare sau totalul."),
        [RuleKeys.ChargeWrong] = new(
            "O taxă suplimentară nu este procentul din baza ei.",
            "Corectează suma sau renunță la procent și bază."),
        [RuleKeys.TotalWithoutVatWrong] = new(
            "Totalul fără TVA nu este suma liniilor minus reduceri plus taxe suplimentare.",
            "Corectează totalurile."),
        [RuleKeys.TotalOfVatWrong] = new(
            "Totalul TVA nu este suma TVA pe cote.",
            "Corectează tabelul de TVA sau totalul."),
        [RuleKeys.TotalWithVatWrong] = new(
            "Totalul cu TVA nu este totalul fără TVA plus TVA.",
            "Corectează totalurile."),
        [RuleKeys.PayableWrong] = new(
            "Suma de plată nu este totalul cu TVA minus suma plătită.",
            "Corectează suma plătită sau suma de plată."),
        [RuleKeys.BreakdownMissing] = new(
            "O cotă de TVA folosită în factură lipsește din tabelul de TVA.",
            "Adaugă câte un rând pentru fiecare cotă folosită."),
        [RuleKeys.BreakdownRepeated] = new(
            "O cotă de TVA apare de două ori în tabelul de TVA.",
            "Unește cele două rânduri."),
        [RuleKeys.VatBaseWrong] = new(
            "Baza unei cote de TVA nu este suma liniilor ei minus reduceri plus taxe suplimentare.",
            "Corectează baza sau cota unei linii."),
        [RuleKeys.VatAmountWrong] = new(
            "TVA-ul unei cote nu corespunde bazei.",
            "Corectează TVA-ul: bază × cotă."),
        [RuleKeys.RateMissing] = new(
            "O linie taxabilă are cota de TVA zero.",
            "Alege cota sau motivul pentru care nu se aplică TVA."),
        [RuleKeys.RateForExempt] = new(
            "O linie fără TVA are o cotă de TVA.",
            "Pune cota 0 sau categoria taxabilă."),
        [RuleKeys.RateNotAllowed] = new(
            "România nu are o asemenea cotă de TVA la data livrării.",
            "Folosește 21 sau 11 % pentru livrări de la 1 august 2025, 19, 9 sau 5 % înainte; TVA-ul altei țări nu se declară aici."),
        [RuleKeys.ReasonMissing] = new(
            "O categorie fără TVA nu are motiv.",
            "Adaugă codul de scutire sau articolul de lege."),
        [RuleKeys.ReasonNotAllowed] = new(
            "O categorie taxabilă are motiv de scutire.",
            "Șterge motivul."),
        [RuleKeys.ExemptionUnknown] = new(
            "Codul de scutire nu este cunoscut de ANAF.",
            "Alege un cod din lista VATEX sau scrie motivul ca text."),
        [RuleKeys.SellerNotRegistered] = new(
            "Vânzătorul nu este înregistrat în scopuri de TVA, dar aplică TVA.",
            "Corectează profilul companiei sau emite factura fără TVA."),
        [RuleKeys.VatIdsMissing] = new(
            "Acest fel de TVA cere codurile de TVA ale vânzătorului și cumpărătorului.",
            "Adaugă codul de TVA al cumpărătorului sau folosește altă categorie de TVA."),
        [RuleKeys.VatIdsNotAllowed] = new(
            "O factură neimpozabilă arată un cod de TVA.",
            "Șterge codul de TVA sau folosește altă categorie de TVA."),
        [RuleKeys.OutsideMixed] = new(
            "Linii neimpozabile stau alături de linii din alte categorii.",
            "Pune-le pe o factură separată."),
        [RuleKeys.DeliveryMissing] = new(
            "O livrare intracomunitară trebuie să arate data și țara livrării.",
            "Depune deocamdată manual această factură: locul livrării nu este cunoscut aici."),
        [RuleKeys.CurrencyUnknown] = new(
            "ANAF nu acceptă această monedă.",
            "Emite factura în RON, EUR sau altă monedă din lista ANAF."),
        [RuleKeys.RonVatMissing] = new(
            "TVA-ul în lei lipsește dintr-o factură în altă monedă.",
            "Așteaptă cursul BNR al zilei sau introdu cursul."),
        [RuleKeys.RonVatWrong] = new(
            "TVA-ul în lei nu este TVA × curs.",
            "Corectează cursul sau suma."),
        [RuleKeys.ExchangeRateWrong] = new(
            "Cursul de schimb nu este mai mare ca zero.",
            "Introdu cursul BNR."),
        [RuleKeys.CodeUnknown] = new(
            "Un cod nu este în lista acceptată de ANAF.",
            "Corectează valoarea numită în mesaj."),
        [RuleKeys.TypeNotAllowed] = new(
            "ANAF nu acceptă acest tip de document.",
            "Trimite-l ca 380 (factură), 384 (corectată), 389 (autofactură), 751 (în scopuri contabile) sau 381 (notă de creditare)."),
        [RuleKeys.SpecOutdated] = new(
            "ANAF așteaptă altă versiune a formatului facturii.",
            "Programul care a scris fișierul trebuie actualizat: specificația este CIUS-RO 1.0.1."),
        [RuleKeys.DateMalformed] = new(
            "O dată nu este scrisă an-lună-zi.",
            "Programul care a scris fișierul trebuie s-o scrie ca 2026-11-30."),
        [RuleKeys.XmlBroken] = new(
            "ANAF nu a putut citi fișierul.",
            "Anunță asistența și atașează fișierul; retrimiterea nu ajută."),
        [RuleKeys.FileTooLarge] = new(
            "Fișierul este mai mare decât acceptă ANAF.",
            "Împarte factura în mai multe."),
        [RuleKeys.Duplicate] = new(
            "ANAF are deja această factură.",
            "Nu mai trebuie trimisă: contează încărcarea anterioară, iar răspunsul ei este preluat."),
        [RuleKeys.CuiNotFound] = new(
            "ANAF nu găsește un CUI în registrul său.",
            "Verifică CUI-ul. O firmă înființată în ultimele zile apare mai târziu: retrimite mâine."),
        [RuleKeys.NoRight] = new(
            "Persoana conectată nu are drept în SPV pentru această firmă.",
            "Cere dreptul în SPV sau conectează-te cu certificatul unei persoane care îl are."),
        [RuleKeys.DailyLimit] = new(
            "Limita zilnică de apeluri ANAF a fost atinsă.",
            "Nu trebuie făcut nimic: se continuă mâine."),
        [RuleKeys.Technical] = new(
            "ANAF a avut o eroare tehnică.",
            "Nu trebuie făcut nimic: se încearcă din nou."),
        [RuleKeys.RequestWrong] = new(
            "ANAF nu a înțeles cum a fost trimis fișierul.",
            "Anunță asistența."),
        [RuleKeys.Unknown] = new(
            "ANAF a refuzat dintr-un motiv pe care încă nu îl cunoaștem.",
            "Citește textul ANAF; dacă nu lămurește, anunță asistența."),
    }.ToFrozenDictionary();
}
