using InvoiceSync.Customers;
using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Customers.Model;

public sealed class CustomerTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    static readonly PostalAddress Cluj = new("Str. Memorandumului 1", null, "Cluj-Napoca", "400114", "RO-CJ", "RO");

    [Fact]
    public void An_invoice_gets_a_copy_with_the_numbers_the_law_asks_for()
    {
        Assert.Equal(new(BuyerKind.Company, "Exemplu SRL", "18547290", "RO18547290", Cluj, "a@b.ro"), Kept(Company with { TaxId = "RO18547290", Email = "a@b.ro" }).ToBuyer());
        Assert.Equal(new(BuyerKind.Individual, "Ana", "1960101410019", null, Cluj, null), Kept(new() { Kind = BuyerKind.Individual, Name = "Ana", TaxId = "1960101410019", BillingAddress = Cluj }).ToBuyer());
    }

    [Fact]
    public void What_an_invoice_lacks_is_named()
    {
        Assert.Equal(["customer.address_missing", "customer.tax_id_missing"], Kept(new() { Name = "Exemplu SRL" }).MissingForInvoice().Select(e => e.Code));
        Assert.Equal("customer.tax_id_missing", Assert.Throws<RuleBrokenException>(() => Kept(Company).ToBuyer()).Error.Code);
        Assert.Empty(Kept(new() { Kind = BuyerKind.Individual, Name = "Ana", BillingAddress = Cluj }).MissingForInvoice());
    }

    [Fact]
    public void A_merged_customer_is_archived_points_to_the_other_and_says_so()
    {
        var (one, other) = (Kept(Company), Kept(Company));
        one.MergeInto(other, Now);
        Assert.Equal(((DateTimeOffset?)Now, (CustomerId?)other.Id), (one.ArchivedAt, one.MergedInto));
        Assert.Equal(new CustomerMerged(one.Id, other.Id), Assert.Single(one.Raised));
        Assert.Equal("customer.already_merged", Refusal(() => one.Shelve(archived: false, null, Now)));
        Assert.Equal("customer.already_merged", Refusal(() => other.MergeInto(one, Now)));
    }

    [Fact]
    public void Nobody_is_merged_into_themselves_or_into_somebody_archived()
    {
        var (one, other) = (Kept(Company), Kept(Company));
        Assert.Equal("customer.same", Refusal(() => one.MergeInto(one, Now)));
        other.Shelve(archived: true, null, Now);
        Assert.Equal("customer.archived", Refusal(() => one.MergeInto(other, Now)));
    }

    [Fact]
    public void Names_are_sorted_without_case_and_diacritics() => Assert.StartsWith("STEFAN SI FIII S R L  cus_", Kept(Company with { Name = "Ștefan și Fiii S.R.L." }).SearchName, StringComparison.Ordinal);

    static CustomerDetails Company => new() { Name = "Exemplu SRL", BillingAddress = Cluj };

    static Customer Kept(CustomerDetails details)
    {
        var customer = new Customer { Id = TimeProvider.System.New<CustomerId>(), CreatedAt = Now };
        customer.Describe(CustomerCheck.Of(details).OrRefuse(), Now);
        return customer;
    }

    static string Refusal(Action act) => Assert.Throws<RuleBrokenException>(act).Error.Code;
}
