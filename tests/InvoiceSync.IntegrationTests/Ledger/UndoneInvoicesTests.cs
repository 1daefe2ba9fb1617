using System.Globalization;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Tests.Fiscal.Samples;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Ledger;

/// <summary>Credit notes, void and write-off on a real database without a portal: many hands at once, what the database refuses, and random histories.</summary>
public sealed class UndoneInvoicesTests(TestCluster cluster)
{
    static readonly Currency[] Currencies = [Currency.Ron, Currency.Eur, new("JPY")];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "credit.quantity_too_large")]
    [InlineData(false, "credit.more_than_left")]
    public async Task Sixteen_hands_take_back_no_more_than_there_is_and_their_numbers_have_no_gap(bool byLines, string refused)
    {
        await using var scene = await Open();
        var invoice = await Own(scene, SampleInvoices.Of(Currency.Ron, SampleInvoices.Line("1", 10, 100)));
        // Each fits by itself, so that two who had both counted before the other took would both go through.
        foreach (var _ in (int[])[1, 2]) Assert.Equal(-968, (await scene.Ask(new PrepareCredit(invoice, Pieces(8)))).Document.Owed);
        var asked = byLines ? Pieces(3) : new("Too dear") { Amount = 363 };
        var refusals = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => scene.Refusal(new CreditInvoice(invoice, NewId(), asked)), Ct)));

        Assert.Equal(3, refusals.Count(r => r is null));
        Assert.All(refusals.OfType<string>(), r => Assert.Equal(refused, r));
        var left = await scene.Ask(new GetCreditLeft(invoice));
        Assert.Equal((121m, 3), (left.Left.Amount, left.Notes.Count));
        await scene.Send(new CreditInvoice(invoice, NewId(), new("The rest")));
        left = await scene.Ask(new GetCreditLeft(invoice));
        Assert.Equal((0m, 4, -1210m), (left.Left.Amount, left.Notes.Count, left.Notes.Sum(n => n.Total.Amount)));
        Assert.Equal([1, 2, 3, 4], left.Notes.Select(n => int.Parse(n.Number.Split('-')[^1], CultureInfo.InvariantCulture)).Order());
        Assert.Equal("credit.nothing_left", await scene.Refusal(new SealCredit(invoice, NewId(), new("Again"), "usr_ana")));
        Assert.Equal(InvoiceStatus.Credited, (await scene.Ask(new GetInvoice(invoice))).Settlement.Status);
        Assert.Equal((0m, 0m), await Owed(scene, Currency.Ron));
        await scene.Holds();
    }

    [Fact]
    public async Task Asked_sixteen_times_under_one_id_one_credit_note_is_issued()
    {
        await using var scene = await Open();
        var (invoice, note) = (await Own(scene, SampleInvoices.Ron), NewId());
        var refusals = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => scene.Refusal(new CreditInvoice(invoice, note, new("x") { Amount = 10 })), Ct)));
        Assert.All(refusals, Assert.Null);
        Assert.Equal(111, (await scene.Ask(new GetCreditLeft(invoice))).Left.Amount);
    }

    [Fact]
    public async Task The_database_refuses_what_the_code_refuses()
    {
        await using var scene = await Open();
        var (invoice, other) = (await Own(scene, SampleInvoices.Ron), await Own(scene, SampleInvoices.Ron));
        await scene.Send(new CreditInvoice(invoice, NewId(), new("x") { Amount = 100 }));
        foreach (var change in (string[])
        [
            "credited = 121.01, open = -0.01", "credited = 122, open = 0", "written_off = -1, open = 22", "voided_on = now(), void_reason = 'x', open = 0", "corrects = id", $"corrects = '{other.Value}'",
        ])
            Assert.Equal((change, PostgresErrorCodes.CheckViolation), (change, await LedgerScene.Raw(scene.Database.App, $"update invoicing.invoices set {change} where id = '{invoice.Value}'")));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await LedgerScene.Raw(scene.Database.App, $"update invoicing.invoices set corrects = '{Guid.CreateVersion7()}' where corrects = '{invoice.Value}'"));
        Assert.Equal(PostgresErrorCodes.CheckViolation, await LedgerScene.Raw(scene.Database.App, $"update invoicing.invoices set voided_on = now(), open = 0, open_ron = 0, is_filed = true, void_reason = 'x' where id = '{other.Value}'"));
        // The same without the seal is what voiding writes, and is taken.
        Assert.Null(await LedgerScene.Raw(scene.Database.App, $"update invoicing.invoices set voided_on = now(), open = 0, open_ron = 0, void_reason = 'x', payment = 'Voided' where id = '{other.Value}'"));
    }

    [Fact]
    public async Task A_void_invoice_leaves_the_books_keeps_its_number_and_is_never_filed()
    {
        await using var scene = await Open();
        var invoice = await Own(scene, SampleInvoices.Euro);
        await scene.Send(new VoidInvoice(invoice, "Wrong customer"));
        Assert.Equal((0m, 0m), await Owed(scene, Currency.Eur));
        Assert.Equal(FilingState.Stopped, (await scene.Ask(new GetFiling(invoice)))!.State);
        // A delivery that comes late finds it stopped, and nothing moves it on.
        await scene.Send(new FileInvoice(invoice));
        Assert.Equal((FilingState.Stopped, InvoiceStatus.Voided), ((await scene.Ask(new GetFiling(invoice)))!.State, (await scene.Ask(new GetInvoice(invoice))).Settlement.Status));
        Assert.True(await scene.Ask(new IsNumberTaken((await scene.Ask(new GetInvoice(invoice))).Document.Number)));
        Assert.Equal("credit.of_voided", await scene.Refusal(new CreditInvoice(invoice, NewId(), new("x"))));
        Assert.Equal("filing.not_refused", await scene.Refusal(new RefileInvoice(invoice)));
        Assert.Equal("invoice.not_found", await scene.Refusal(new VoidInvoice(invoice, "x"), LedgerScene.Stranger));
        await scene.Holds();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_issued_credited_voided_and_written_off_customers_owe_what_is_open(int seed)
    {
        await using var scene = await Open();
        var (random, invoices) = (new Random(seed), new List<InvoiceId>());
        for (var step = 0; step < 40; step++)
        {
            var some = invoices.Count == 0 ? default : invoices[random.Next(invoices.Count)];
            var refusal = random.Next(invoices.Count == 0 ? 1 : 6) switch
            {
                0 or 1 => await Issue(scene, invoices, random),
                2 => await scene.Refusal(new CreditInvoice(some, NewId(), Any(random, (await scene.Ask(new GetCreditLeft(some))).Left.Amount))),
                3 => await scene.Refusal(new VoidInvoice(some, "A mistake")),
                4 => await scene.Refusal(new WriteOffInvoice(some, "Insolvent", random.Next(2) == 0 ? null : random.Next(1, 50))),
                _ => await scene.Refusal(new UndoWriteOff(some)),
            };
            Assert.True(refusal is null || refusal.StartsWith("credit.", StringComparison.Ordinal) || refusal.StartsWith("invoice.", StringComparison.Ordinal), refusal);
        }

        foreach (var currency in Currencies)
        {
            var open = await Databases.Database.Ask(scene.Database.Platform, $"select coalesce(sum(open), 0)::text || ' ' || coalesce(sum(open_ron), 0)::text from invoicing.invoices where currency = '{currency}'", Ct);
            var figures = open!.ToString()!.Split(' ').Select(f => decimal.Parse(f, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal((currency, figures[0], figures[1]), (currency, (await Owed(scene, currency)).Amount, (await Owed(scene, currency)).Ron));
        }

        await scene.Holds();
    }

    static async Task<string?> Issue(LedgerScene scene, List<InvoiceId> invoices, Random random)
    {
        var currency = Currencies[random.Next(Currencies.Length)];
        var document = SampleInvoices.Of(currency, [.. Enumerable.Range(1, random.Next(1, 4)).Select(n => SampleInvoices.Line($"{n}", random.Next(1, 9), random.Next(1, 300), rate: n % 2 == 0 ? 11 : 21))], [], 0,
            [.. Enumerable.Range(0, random.Next(3)).Select(n => new Charge(random.Next(1, 50), "Transport", null, VatCategory.S, n == 0 ? 11 : 21))]);
        invoices.Add(await Own(scene, currency == Currency.Ron ? document : document.InRon(random.Next(1, 60_000) / 10_000m)));
        return null;
    }

    static CreditAsked Any(Random random, decimal left) => random.Next(3) == 0 ? new("All") : new("Some") { Amount = Math.Round(left * random.Next(1, 110) / 100, random.Next(3)) };

    static CreditAsked Pieces(decimal quantity) => new("Returned") { Lines = [new("1", quantity)] };

    static async Task<InvoiceId> Own(LedgerScene scene, InvoiceDocument document)
    {
        var id = NewId();
        return await scene.Send(new IssueInvoice(InvoiceSource.Own(id), document with { Number = $"F-{id}" }));
    }

    static InvoiceId NewId() => new(Guid.CreateVersion7());

    static async Task<(decimal Amount, decimal Ron)> Owed(LedgerScene scene, Currency currency)
    {
        var rows = (await scene.Ask(new GetTrialBalance(LedgerScene.Day.AddYears(1)))).Rows.Where(r => r.Account == AccountRole.Receivable && r.Currency == currency).ToList();
        return (rows.Sum(r => r.Balance), rows.Sum(r => r.RonBalance));
    }

    async Task<LedgerScene> Open()
    {
        var scene = await LedgerScene.Open(cluster);
        foreach (var tenant in (TenantId[])[ChainScene.Tenant, ChainScene.Other])
            await Databases.Database.Ask(scene.Database.Platform, $"insert into tenancy.tenants (id, slug, name, mode, zone, created_at) values ('{tenant.Value}', '{tenant.Value}', 'Books', 'Practice', 'Europe/Bucharest', now()) on conflict do nothing", Ct);
        return scene;
    }
}
