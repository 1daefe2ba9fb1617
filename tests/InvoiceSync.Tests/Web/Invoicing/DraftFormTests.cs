using InvoiceSync.Invoicing;
using InvoiceSync.Web.Invoicing;

namespace InvoiceSync.Tests.Web.Invoicing;

public sealed class DraftFormTests
{
    static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void There_is_always_one_empty_row_that_has_the_standard_rate_and_is_not_kept()
    {
        var form = new DraftForm(new(), Today);
        Assert.Equal(("21", true), (Assert.Single(form.Lines).Vat, form.Lines[0].IsEmpty));
        form.Lines[0].Name = "Work";
        form.KeepEmptyRow();
        Assert.Equal(2, form.Lines.Count);
        Assert.Equal("Work", Assert.Single(form.Content.Lines).Name);
    }

    [Fact]
    public void An_empty_row_in_between_keeps_its_place_so_that_faults_point_at_the_right_row()
    {
        var form = new DraftForm(new() { Lines = [new("a"), new(), new("b")] }, Today);
        Assert.Equal(["a", "", "b"], form.Content.Lines.Select(l => l.Name));
    }

    [Fact]
    public void What_the_form_has_no_field_for_is_kept_as_a_program_wrote_it()
    {
        var draft = new DraftContent
        {
            Metadata = new Dictionary<string, string> { ["order"] = "7" },
            Discount = new(Amount: 5),
            Lines = [new("a", "described", 1, 2) { Rate = 21, Discount = new(Amount: 1) }],
        };
        var kept = new DraftForm(draft, Today).Content;
        Assert.Equal(("7", 5m, "described", 1m), (kept.Metadata["order"], kept.Discount!.Amount, kept.Lines[0].Description, kept.Lines[0].Discount!.Amount));
    }

    [Fact]
    public void The_reason_of_a_line_without_VAT_stays_with_its_category_and_goes_with_it()
    {
        var form = new DraftForm(new() { Lines = [new("a") { Category = VatCategory.AE, ExemptionReason = "art. 331" }], Charges = [new(1, Reason: "b") { Category = VatCategory.O, ExemptionReason = "art. 268" }] }, Today);
        Assert.Equal(("art. 331", "art. 268"), (form.Content.Lines[0].ExemptionReason, form.Content.Charges[0].ExemptionReason));
        (form.Lines[0].Vat, form.Charges[0].Vat) = ("21", "Z");
        Assert.Equal((null, null), (form.Content.Lines[0].ExemptionReason, form.Content.Charges[0].ExemptionReason));
    }

    [Fact]
    public void A_draft_is_empty_until_somebody_has_written_anything_in_it()
    {
        Assert.True(new DraftForm(new(), Today).IsEmpty);
        foreach (var write in (Action<DraftForm>[])[f => f.Name = "x", f => f.TaxId = "1", f => f.Email = "a@b.ro", f => f.City = "Cluj", f => f.Notes = "n", f => f.Off = "5", f => f.Charges[0].Amount = "5", f => f.Lines[0].Price = "1"])
        {
            var form = new DraftForm(new(), Today);
            write(form);
            Assert.False(form.IsEmpty);
        }

        Assert.False(new DraftForm(new() { Metadata = new Dictionary<string, string> { ["order"] = "7" } }, Today).IsEmpty);
    }

    [Theory]
    [InlineData("12,5", 12.5, null)]
    [InlineData("5%", null, 5.0)]
    [InlineData(" 7.5 % ", null, 7.5)]
    public void A_charge_is_an_amount_or_with_its_sign_a_percentage_and_the_next_row_waits(string typed, double? amount, double? percent)
    {
        var form = new DraftForm(new(), Today);
        form.Charges[0].Amount = typed;
        form.Charges[0].Code = "FC";
        form.KeepEmptyRow();
        Assert.Equal(((decimal?)amount, (decimal?)percent, "FC", 21m), Assert.Single(form.Content.Charges) is var c ? (c.Amount, c.Percent, c.ReasonCode, c.Rate) : default);
        Assert.Equal(2, form.Charges.Count);
        Assert.Equal(form.Content.Charges, new DraftForm(form.Content, Today).Content.Charges);
        form.Remove(form.Charges[0]);
        Assert.Empty(form.Content.Charges);
    }

    [Theory]
    [InlineData("21", VatCategory.S, "21")]
    [InlineData("AE", VatCategory.AE, null)]
    [InlineData("E", VatCategory.E, null)]
    public void The_VAT_of_a_row_is_a_rate_or_a_category_without_one(string chosen, VatCategory category, string? rate)
    {
        var form = new DraftForm(new() { Lines = [new("a")] }, Today);
        form.Lines[0].Vat = chosen;
        Assert.Equal((category, rate is null ? null : 21m), (form.Content.Lines[0].Category, form.Content.Lines[0].Rate));
    }
}
