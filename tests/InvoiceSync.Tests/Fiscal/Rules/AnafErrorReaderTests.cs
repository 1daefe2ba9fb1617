using System.Text.RegularExpressions;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Fiscal.Rules;

public sealed partial class AnafErrorReaderTests
{
    [Theory]
    [InlineData("E: validari globale  SCHEMATRON   eroare: [BR-CO-09]-The Seller VAT identifier (BT-31) …", "BR-CO-09", "vat_id.prefix_missing")]
    [InlineData("E: validari globale  SCHEMATRON   eroare: [BR-RO-110]-Daca Codul ţării vânzătorului", "BR-RO-110", "address.county_unknown")]
    [InlineData("E: validari globale  SCHEMATRON   eroare: [BR-RO-111]-…", "BR-RO-111", "address.county_unknown")]
    [InlineData("E: validari globale  eroare regula: BR-CO-15: Total factura cu TVA …", "BR-CO-15", "total.with_vat_wrong")]
    [InlineData("E: AccountingSupplierParty (1) sectiune Party (1) sectiune PartyTaxScheme (1) sectiune CompanyID (1)  eroare regula: R_BT_32_cui: Cui vanzator incorect / validare CUI (1234) ", "R_BT_32_cui", "seller.cui_wrong")]
    [InlineData("E: AccountingCustomerParty (1) eroare regula: R_BT_48_cui: Cui cumparator incorect", "R_BT_48_cui", "buyer.cui_wrong")]
    [InlineData("eroare: [BR-RO-L1024]-…", "BR-RO-L1024", "text.too_long")]
    [InlineData("eroare: [BR-DEC-RO-1009]-…", "BR-DEC-RO-1009", "amount.too_fine")]
    [InlineData("eroare: [BR-RO-020_1]-…", "BR-RO-020_1", "type.not_allowed")]
    [InlineData("eroare: [BR-AE-10]-…", "BR-AE-10", "vat.reason_missing")]
    [InlineData("eroare: [BR-S-10]-…", "BR-S-10", "vat.reason_not_allowed")]
    [InlineData("eroare: [BR-99999]-something new", "BR-99999", "authority.unknown")]
    public void A_named_rule_is_found_and_put_into_words(string text, string rule, string key)
    {
        var error = AnafErrorReader.Read(text);
        Assert.Equal((rule, key, AnafErrorKind.FixData, text), (error.Rule, error.Key, error.Kind, error.Original));
    }

    [Fact]
    public void A_duplicate_tells_the_index_to_adopt()
    {
        var error = AnafErrorReader.Read("Factura a mai fost transmisa anterior cu index=5000000000 si data incarcare=2026-11-20");
        Assert.Equal((AnafErrorKind.Duplicate, "5000000000", new DateOnly(2026, 11, 20)), (error.Kind, error.Index, error.UploadedOn!.Value));
        Assert.Equal(("7", null), (AnafErrorReader.Read("Factura a mai fost transmisa anterior cu index=7").Index, AnafErrorReader.Read("…anterior cu index=7").UploadedOn));
    }

    [Theory]
    [InlineData("A aparut o eroare tehnica. Cod: SRV-17", "RetryLater", "SRV-17", "authority.technical")]
    [InlineData("S-au incarcat deja 1000 de mesaje de tip RASP pentru cui=1234 in cursul zilei", "RetryLater", "", "authority.daily_limit")]
    [InlineData("S-au facut deja 100 interogari … in cursul zilei", "RetryLater", "", "authority.daily_limit")]
    [InlineData("CUI 51000000 = NU EXISTĂ", "FixData", "", "cui.not_found")]
    [InlineData("Nu aveti drept in SPV pentru CIF=1234", "NoRight", "", "authority.no_right")]
    [InlineData("Nu exista niciun CIF petru care sa aveti drept", "NoRight", "", "authority.no_right")]
    [InlineData("Marime fisier transmis mai mare de 10 MB.", "FixData", "", "file.too_large")]
    [InlineData("Fisierul transmis nu este valid. org.xml.sax.SAXParseException; lineNumber: 15; columnNumber: 155; cvc-elt.1.a: Cannot find the declaration of element 'Invoice1'. ", "FixData", "", "xml.broken")]
    [InlineData("CIF introdus= 123a nu este un numar", "FixData", "", "request.wrong")]
    [InlineData("Ceva cu totul nou", "Unknown", "", "authority.unknown")]
    [InlineData("", "Unknown", "", "authority.unknown")]
    public void Other_sentences_are_told_apart(string text, string kind, string rule, string key)
    {
        var error = AnafErrorReader.Read(text);
        Assert.Equal((kind, rule, key), (error.Kind.ToString(), error.Rule, error.Key));
    }

    [Fact]
    public void Every_error_of_the_official_upload_and_validation_samples_is_understood()
    {
        var texts = Directory.EnumerateFiles(FiscalData.Folder("anaf-responses"))
            .Where(file => Path.GetFileName(file).Split("__")[0] is "upload" or "uploadb2c" or "validare" or "transformare" or "descarcare-zip")
            .SelectMany(file => Message().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(texts.Count > 15, $"only {texts.Count} texts found");
        Assert.All(texts, text => Assert.NotEqual(RuleKeys.Unknown, AnafErrorReader.Read(text).Key));
    }

    [Fact]
    public void Every_rule_our_own_check_names_has_words_when_ANAF_names_it_too() =>
        Assert.All(BrokenShapes.All.Where(shape => shape.Judged), shape =>
        {
            var broken = DocumentRules.Check(shape.Document)[0];
            Assert.NotEqual((broken.Rule, RuleKeys.Unknown), (broken.Rule, AnafErrorReader.Read($"eroare: [{broken.Rule}]-…").Key));
        });

    [GeneratedRegex("(?:errorMessage=|\"message\": )\"([^\"]+)\"")]
    private static partial Regex Message();
}
