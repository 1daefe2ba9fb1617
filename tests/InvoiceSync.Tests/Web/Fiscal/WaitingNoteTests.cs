using Bunit;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Fiscal;

namespace InvoiceSync.Tests.Web.Fiscal;

public sealed class WaitingNoteTests
{
    static readonly FilingAhead Ahead = new(Some.Id<InvoiceId>(9), "FCT 0007", AheadBecause.MakingUnsure);
    static readonly GetFiling.View Filing = new(Some.Id<FilingId>(1), "smartbill", FilingState.Intended, Some.Noon, Some.Noon, "plain words", []);

    [Theory]
    [InlineData(AheadBecause.MakingUnsure)]
    [InlineData(AheadBecause.DeletionUnsure)]
    [InlineData(AheadBecause.WaitsItself)]
    public void The_invoice_ahead_is_named_with_the_way_to_it(AheadBecause because)
    {
        using var pieces = new PortalPieces();
        var note = pieces.Render<WaitingNote>(p => p.Add(n => n.Filing, Filing with { Ahead = Ahead with { Because = because } }));
        Assert.Contains("It waits for invoice FCT 0007", note.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("plain words", note.Markup, StringComparison.Ordinal);
        Assert.Equal(($"invoices/{Ahead.Invoice}", "Open FCT 0007"), (note.Find("a").GetAttribute("href"), note.Find("a").TextContent));
    }

    [Fact]
    public void Romanian_readers_are_told_in_romanian()
    {
        using var pieces = new PortalPieces("ro-RO");
        var note = pieces.Render<WaitingNote>(p => p.Add(n => n.Filing, Filing with { Ahead = Ahead }));
        Assert.Contains("Așteaptă factura FCT 0007", note.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Equal("Deschide FCT 0007", note.Find("a").TextContent);
    }

    [Fact]
    public void Romanian_readers_read_a_reason_that_was_kept_in_english()
    {
        using var pieces = new PortalPieces("ro-RO");
        var note = pieces.Render<WaitingNote>(p => p.Add(n => n.Filing, Filing with { Waiting = "ANAF asks us to slow down." }));
        Assert.Contains("ANAF ne cere să apelăm mai rar.", note.Find(".note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_one_the_reason_stands_there_and_without_a_reason_nothing()
    {
        using var pieces = new PortalPieces();
        Assert.Contains("plain words", pieces.Render<WaitingNote>(p => p.Add(n => n.Filing, Filing)).Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Empty(pieces.Render<WaitingNote>(p => p.Add(n => n.Filing, Filing with { Waiting = null })).Markup.Trim());
    }
}
