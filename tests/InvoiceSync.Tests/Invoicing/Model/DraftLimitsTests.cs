using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class DraftLimitsTests
{
    static readonly DraftLine Line = new("Work", null, 1, 1);

    public static TheoryData<string, DraftContent> TooMuch => new()
    {
        { "buyer.name", new() { Buyer = new(Name: new('x', 201)) } },
        { "buyer.address", new() { Buyer = new() { Address = new(new('x', 351), null, null, null, null, null) } } },
        { "notes", new() { Notes = [.. Enumerable.Repeat("x", 11)] } },
        { "notes", new() { Notes = [new('x', 301)] } },
        { "term_days", new() { TermDays = -1 } },
        { "metadata", new() { Metadata = new Dictionary<string, string> { [new('k', 41)] = "" } } },
        { "lines", new() { Lines = [.. Enumerable.Repeat(Line, 1001)] } },
        { "lines[1].unit_price", new() { Lines = [Line, Line with { UnitPrice = -0.01m }] } },
        { "lines[0].unit_price", new() { Lines = [Line with { UnitPrice = 1_000_000_000_000m }] } },
        { "lines[0].quantity", new() { Lines = [Line with { Quantity = 0.0000001m }] } },
        { "lines[0].rate", new() { Lines = [Line with { Rate = 101 }] } },
        { "lines[0].category", new() { Lines = [Line with { Category = (VatCategory)99 }] } },
        { "lines[0].discount", new() { Lines = [Line with { Discount = new(Percent: 5, Amount: 5) }] } },
        { "discount", new() { Discount = new(Percent: 100.1m) } },
    };

    [Theory]
    [MemberData(nameof(TooMuch), DisableDiscoveryEnumeration = true)]
    public void What_no_document_can_carry_is_refused_at_its_field(string field, DraftContent draft) =>
        Assert.Equal(field, Assert.Throws<RuleBrokenException>(() => DraftLimits.Check(draft)).Error.Field);

    [Fact]
    public void An_unfinished_draft_is_kept_as_it_is() => DraftLimits.Check(new() { Lines = [new(), new("Half typed"), Line] });
}
