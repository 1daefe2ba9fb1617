using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>The judge itself: each broken example breaks exactly the rule in its name, each valid one none.</summary>
public sealed class ExamplesTests
{
    static readonly Dictionary<string, string[]> Expected = new()
    {
        ["bad-001-customization"] = ["BR-RO-001"],
        ["bad-010-no-digit"] = ["BR-RO-010"],
        ["bad-020-type-326"] = ["BR-RO-020_1"],
        ["bad-030-no-taxcurrency"] = ["BR-RO-030"],
        ["bad-082-no-buyer-street"] = ["BR-RO-082"],
        ["bad-100-city-bucuresti"] = ["BR-RO-100"],
        ["bad-110-county-name"] = ["BR-RO-110"],
        ["bad-111-buyer-county"] = ["BR-RO-111"],
        ["bad-120-no-buyer-id"] = ["BR-RO-120"],
        ["bad-br27-negative-price"] = ["BR-27"],
        ["bad-br53-no-ron-total"] = ["BR-53"],
        ["bad-co09-no-prefix"] = ["BR-CO-09"],
        ["bad-co15-total"] = ["BR-CO-15", "BR-CO-16"],
        ["bad-date-tz"] = ["BR-RO-DT001"],
        ["bad-dec-3dp"] = ["BR-DEC-19", "BR-DEC-RO-1009", "UBL-DT-01"],
        ["bad-l1024-name-101"] = ["BR-RO-L1024"],
        ["bad-l302-note-301"] = ["BR-RO-L302"],
        ["bad-s08-rate-mismatch"] = ["BR-S-08"],
        ["bad-unit-buc"] = ["BR-CL-23"],
        ["bad-xsd-order"] = [],
    };

    [Fact]
    public async Task The_official_rules_name_what_is_wrong_and_nothing_else()
    {
        var broken = Read("invalid");
        var valid = Read("valid");
        var verdict = await SchematronJudge.Judge(broken.Concat(valid).ToDictionary(), TestContext.Current.CancellationToken);

        Assert.Equal(Expected.Keys.Order(), broken.Keys.Order());
        foreach (var (name, rules) in Expected) Assert.Equal((name, string.Join(' ', rules.Order())), (name, string.Join(' ', verdict[name].Order())));
        foreach (var name in valid.Keys) Assert.Equal((name, ""), (name, string.Join(' ', verdict[name])));
    }

    static Dictionary<string, byte[]> Read(string folder) =>
        Directory.EnumerateFiles(FiscalData.Folder("examples", "local", folder), "*.xml")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllBytes);
}
