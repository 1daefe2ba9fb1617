using InvoiceSync.Access;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Access;

public sealed class ApprovalRuleTests
{
    static readonly ApprovalSubject Subject = new(ApprovalKind.Invoice, "sal_1", "1", "A sale", new(20, Currency.Eur), 100, "Client SRL", "usr_1");

    [Fact]
    public void A_rule_without_conditions_holds_for_its_kind_only()
    {
        Assert.True(Rule().Matches(Subject));
        Assert.False(Rule().Matches(Subject with { Kind = ApprovalKind.Refund }));
    }

    [Theory]
    [InlineData(99.99, true)]
    [InlineData(100, false)]
    public void The_amount_has_to_be_above(decimal above, bool holds) => Assert.Equal(holds, Rule(above: above).Matches(Subject));

    [Theory]
    [InlineData("EUR", null, null, true)]
    [InlineData("RON", null, null, false)]
    [InlineData(null, "client srl", null, true)]
    [InlineData(null, "Client", null, false)]
    [InlineData(null, null, "usr_1", true)]
    [InlineData(null, null, "usr_2", false)]
    [InlineData("EUR", "client srl", "usr_2", false)]
    public void Every_condition_that_is_set_has_to_hold(string? currency, string? customer, string? creator, bool holds) =>
        Assert.Equal(holds, Rule(currency: currency, customer: customer, creator: creator).Matches(Subject));

    static ApprovalRule Rule(decimal? above = null, string? currency = null, string? customer = null, string? creator = null) => new()
    {
        Id = Some.Id<ApprovalRuleId>(1),
        Name = "rule",
        Kind = ApprovalKind.Invoice,
        Above = above,
        Currency = currency is null ? null : new Currency(currency),
        Customer = customer,
        Creator = creator,
    };
}
