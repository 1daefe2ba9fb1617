namespace InvoiceSync.Tests.Architecture;

static class Verdict
{
    /// <summary>Passes when there is nothing to complain of; otherwise fails with every complaint in full.</summary>
    public static void NoneOf(IEnumerable<string> complaints)
    {
        var all = complaints.Order(StringComparer.Ordinal).ToList();
        if (all.Count > 0) Assert.Fail($"{all.Count} found:\n{string.Join('\n', all)}");
    }
}
