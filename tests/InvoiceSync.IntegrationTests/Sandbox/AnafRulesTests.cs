namespace InvoiceSync.IntegrationTests.Sandbox;

/// <summary>The practice authority against the examples that the official schematron judged.</summary>
public sealed class AnafRulesTests
{
    /// <summary>The full list of units is not in this world (SIMULATOR-LIMITS.md).</summary>
    const string NotJudged = "bad-unit-buc";

    static readonly Dictionary<string, string> Named = new()
    {
        ["bad-001-customization"] = "BR-RO-001",
        ["bad-010-no-digit"] = "BR-RO-010",
        ["bad-020-type-326"] = "BR-RO-020",
        ["bad-030-no-taxcurrency"] = "BR-RO-030",
        ["bad-082-no-buyer-street"] = "BR-RO-080",
        ["bad-100-city-bucuresti"] = "BR-RO-100",
        ["bad-110-county-name"] = "BR-RO-110",
        ["bad-111-buyer-county"] = "BR-RO-110",
        ["bad-120-no-buyer-id"] = "BR-RO-120",
        ["bad-br27-negative-price"] = "BR-27",
        ["bad-br53-no-ron-total"] = "BR-53",
        ["bad-co09-no-prefix"] = "BR-CO-09",
        ["bad-co15-total"] = "BR-CO-15",
        ["bad-date-tz"] = "BR-RO-DT001",
        ["bad-dec-3dp"] = "BR-DEC",
        ["bad-l1024-name-101"] = "BR-RO-L1024",
        ["bad-l302-note-301"] = "BR-RO-L302",
        ["bad-s08-rate-mismatch"] = "BR-S-08",
        ["bad-xsd-order"] = "cvc-complex-type.2.4.a",
    };

    [Fact]
    public async Task Valid_examples_are_accepted_and_broken_ones_refused_by_their_rule()
    {
        await using var practice = await Practice.Start();
        var anaf = await practice.Anaf();
        foreach (var file in Files("valid")) Assert.Equal((Name(file), ""), (Name(file), string.Join('|', await Judge(anaf, file))));
        foreach (var file in Files("invalid").Where(file => Name(file) != NotJudged))
            Assert.True((await Judge(anaf, file)).Any(error => error.Contains(Named[Name(file)], StringComparison.Ordinal)), $"{Name(file)} passed {Named[Name(file)]}");
    }

    static async Task<IReadOnlyList<string>> Judge(AnafHand anaf, string file)
    {
        var xml = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        // Each file as a document of its own, else the second would be a duplicate of the first.
        var own = xml.Replace(">ISY-0001<", $">ISY-{Name(file)}-1<", StringComparison.Ordinal);
        var index = await anaf.Upload(own, SampleInvoice.Seller, own.Contains("<CreditNote", StringComparison.Ordinal) ? "CN" : "UBL");
        return await anaf.Errors(index);
    }

    static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(SharedData.Folder("efactura", "examples", "local", folder), "*.xml").Order();

    static string Name(string file) => Path.GetFileNameWithoutExtension(file);
}
