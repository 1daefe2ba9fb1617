using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync;

public sealed class GuessTaxIdsTests
{
    static readonly Cui First = Read("18547290"), Second = Read("14399840");
    static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public async Task What_the_register_knows_is_offered_the_likest_name_first_and_nothing_else()
    {
        var dispatcher = new FakeDispatcher()
            .Tell<ListTaxIdClues, IReadOnlyList<ListTaxIdClues.Row>>([new("b@b.ro", "Beta", First, TaxIdClue.Note), new("a@a.ro", "Alfa Prod", First, TaxIdClue.Name), new("a@a.ro", "Alfa Prod", Second, TaxIdClue.Name)])
            .On<FindCompanies, FindCompanies.View>(asked => new FindCompanies.View([new(First.Digits, "ALFA PROD SRL", "", Today)], [.. asked.Cuis.Where(c => c != First.Digits)], []));
        var rows = await new GuessTaxIds.Handler(dispatcher).Handle(new(30), CancellationToken.None);
        Assert.Equal([("a@a.ro", First.Digits, 100), ("b@b.ro", First.Digits, 0)], rows.Select(r => (r.Email, r.Company.Cui, r.Likeness)));
        Assert.Equal(2, Assert.Single(dispatcher.Sent<FindCompanies>()).Cuis.Count);
    }

    [Fact]
    public async Task Without_a_clue_the_register_is_left_in_peace()
    {
        var dispatcher = new FakeDispatcher().Tell<ListTaxIdClues, IReadOnlyList<ListTaxIdClues.Row>>([]);
        Assert.Empty(await new GuessTaxIds.Handler(dispatcher).Handle(new(30), CancellationToken.None));
    }

    [Theory]
    [InlineData(true, "RO18547290")]
    [InlineData(false, "18547290")]
    public async Task Confirmed_the_number_is_told_for_the_address_as_the_register_writes_it(bool paysVat, string taxId)
    {
        var dispatcher = new FakeDispatcher().Tell<FindCompany, CompanyRecord>(new(First.Digits, "ALFA", "", Today) { IsVatPayer = paysVat }).Tell<MapCustomer, int>(3);
        Assert.Equal(3, await new ConfirmTaxIdGuess.Handler(dispatcher).Handle(new("a@a.ro", First.Digits), CancellationToken.None));
        Assert.Equal(new("a@a.ro", taxId), Assert.Single(dispatcher.Sent<MapCustomer>()));
    }

    [Fact]
    public async Task The_register_judges_each_number_on_its_row_and_foreign_ones_are_not_its_affair()
    {
        SyncCustomers.Row[] rows =
        [
            Row("known@x.ro", First.Digits), Row("vat@x.ro", "RO" + First.Digits), Row("unknown@x.ro", Second.Digits), Row("abroad@x.de", Second.Digits),
            Row("none@x.ro", null) with { Outcome = SyncCustomers.Outcome.Missing },
        ];
        var dispatcher = new FakeDispatcher().Tell<FindCompanies, FindCompanies.View>(new([new(First.Digits, "ALFA SRL", "", Today)], [Second.Digits], []));
        var judged = await RegisteredBuyers.Check(rows, new HashSet<string> { "abroad@x.de" }, dispatcher, CancellationToken.None);
        Assert.Equal(
            ["In ANAF's register: ALFA SRL.", "ALFA SRL is not registered for VAT: its CUI is written without RO.", "ANAF's register knows no company with the CUI 14399840.", null, null], judged.Select(r => r.Note));
        Assert.Equal(SyncCustomers.Outcome.Refused, judged[2].Outcome);
        Assert.Equal(SyncCustomers.Outcome.Created, judged[3].Outcome);
    }

    [Fact]
    public async Task A_register_that_is_away_is_said_on_the_rows_and_refuses_nobody()
    {
        var dispatcher = new FakeDispatcher().On<FindCompanies, FindCompanies.View>(_ => Error.Unavailable("registry.unavailable", "It is away."));
        var judged = Assert.Single(await RegisteredBuyers.Check([Row("a@x.ro", First.Digits)], new HashSet<string>(), dispatcher, CancellationToken.None));
        Assert.Equal((SyncCustomers.Outcome.Created, "It is away."), (judged.Outcome, judged.Note));
    }

    static SyncCustomers.Row Row(string email, string? taxId) => new(email, "", taxId, SyncCustomers.Outcome.Created);

    static Cui Read(string digits) => Cui.TryParse(digits, out var cui) ? cui : throw new ArgumentException(digits, nameof(digits));
}
