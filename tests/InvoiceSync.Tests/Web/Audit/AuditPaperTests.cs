using InvoiceSync.Audit;
using InvoiceSync.Tests.Given;
using InvoiceSync.Tests.Web.Shared;
using InvoiceSync.Web.Audit;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Tests.Web.Audit;

/// <summary>An auditor reads off the paper whose log it is, of when, by which filter, who took it, and that nothing is missing.</summary>
public sealed class AuditPaperTests
{
    static readonly Workplace Place = PortalPieces.Bucharest with { Caller = new(null, "usr_ștefan", new HashSet<string>()) { Name = "Ștefan Țîrlea" } };

    [Fact]
    public void The_head_says_whose_when_by_which_filter_and_who_exported()
    {
        var text = Read(new(Place, "Lunar", new(Event: "invoice.viewed", From: new(2026, 10, 1), To: new(2026, 10, 31)), 2, Some.Noon), [Row(2), Row(1)], "ro");
        foreach (var part in (string[])["Jurnal de audit – Acme SRL", "2026-10-01 – 2026-10-31 (Europe/Bucharest)", "invoice.viewed", "Export programat: Lunar", "Ștefan Țîrlea (usr_ștefan)", "Înregistrări: 2", "Pagina 1 din 1"])
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_entry_stands_there_with_its_local_time_and_what_changed_and_an_erased_person_is_called_so()
    {
        var text = Read(new(Place, null, new(), 3, Some.Noon), [Row(3) with { IsErased = true, Name = null }, Row(2), Row(1)], "en-GB");
        Assert.Contains("2026-07-01 15:00:00 +03:00", text, StringComparison.Ordinal);
        Assert.Contains("City: Iași → Αθήνα", text, StringComparison.Ordinal);
        Assert.Contains("Erased person", text, StringComparison.Ordinal);
        Assert.Contains("from the first entry to the last (UTC)", text, StringComparison.Ordinal);
        Assert.All(["1", "2", "3"], number => Assert.Contains($"\n{number}\n", text, StringComparison.Ordinal));
        Assert.DoesNotContain("Scheduled export", text, StringComparison.Ordinal);
    }

    static string Read(AuditPaper.Head head, IReadOnlyList<ListActivity.Row> rows, string culture)
    {
        using var pieces = new PortalPieces(culture);
        return PdfTableTests.Read(AuditPaper.Of(head, rows, pieces.Texts));
    }

    static ListActivity.Row Row(long seq) => new(
        default, seq, new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero), "invoice.viewed", "usr_1", "Ana", "192.0.2.7", false, "invoicing.view", "ok", "invoice", "inv_1", "r",
        new Dictionary<string, string> { ["file"] = "xml" }, [new("City", "Iași", "Αθήνα")]);
}
