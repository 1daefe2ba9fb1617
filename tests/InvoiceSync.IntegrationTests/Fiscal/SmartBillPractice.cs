using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using InvoiceSync.Connectors.SmartBill;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sandbox;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>The SmartBill connector before the practice world, both on one clock that stands still but for the pace of calls.</summary>
sealed class SmartBillPractice : FiscalPractice
{
    readonly PracticeWorld world;
    readonly MovableClock clock;
    readonly ServiceProvider services;
    readonly HttpClient hands;

    SmartBillPractice(PracticeWorld world, MovableClock clock)
    {
        (this.world, this.clock) = (world, clock);
        hands = new HttpClient { BaseAddress = world.Address };
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ICallLine>(new FakeCallLine(clock))
            .AddSmartBill(options => options.Make = TimeSpan.FromSeconds(2)) // a lost answer shall not cost 90 s here
            .BuildServiceProvider();
        Account = new(clock.New<TenantId>(), new Uri(world.Address, "smartbill"), Test: true, SampleInvoices.Seller.TaxId, "practice-token") { Settings = Settings };
    }

    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["email"] = "practice@smartbill.example",
        ["series"] = "FCT",
        [TaxKey.Of(VatCategory.S, 21)] = "Normala",
        [TaxKey.Of(VatCategory.S, 11)] = "Redusa",
        [TaxKey.Of(VatCategory.S, 19)] = "Normala 19",
    };

    public Uri Address => world.Address;

    public IFiscalBooks Books => Paced(services.GetRequiredKeyedService<IFiscalProvider>(SmartBillConnector.Name));

    public override IFiscalProvider Provider => Books;

    public override FiscalAccount Account { get; }

    public override string SomeIndex => "FCT 0001";

    public SmartBillClient Client
    {
        get
        {
            Pass(TimeSpan.FromSeconds(2));
            return services.GetRequiredService<SmartBillClient>();
        }
    }

    public static async Task<SmartBillPractice> Open(CancellationToken ct)
    {
        var clock = new MovableClock(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));
        return new(await PracticeWorld.Start(new PracticeOptions { Time = clock }, ct), clock);
    }

    public override FiscalSubmission Good(string number) => Of(SampleInvoices.Ron with { Number = number });

    public static FiscalSubmission Of(InvoiceDocument document) => new(UblWriter.ToBytes(document), false, false, false, FiscalStandard.Invoice) { Document = document };

    // 5 % has no name in these settings.
    public override FiscalSubmission Unfit(FiscalSubmission good) => Of(SampleInvoices.Of(Currency.Ron, SampleInvoices.Line("1", 1, 100, rate: 5)));

    public override async Task<int> Held() => (await Invoices()).Count;

    public async Task<IReadOnlyList<JsonElement>> Invoices() => [.. (await hands.GetFromJsonAsync<JsonElement>("practice/log")).GetProperty("smartbill").EnumerateArray()];

    public async Task<IReadOnlyList<JsonElement>> Estimates() => [.. (await hands.GetFromJsonAsync<JsonElement>("practice/log")).GetProperty("smartbill_estimates").EnumerateArray()];

    /// <summary>An invoice that a bookkeeper makes of a pro-forma there.</summary>
    public Task InvoiceByHand(string series, string number) => SmartBillByHand.Invoice(world.Address, Account.TaxId, series, number, TestContext.Current.CancellationToken);

    public override async Task<bool> Tells(string number)
    {
        var series = Assert.IsType<BooksAnswer<IReadOnlyList<FiscalSeries>>.Found>(await Books.Series(Account, TestContext.Current.CancellationToken));
        return series.Value.Single(s => s.Name == "FCT").Next.ToString(CultureInfo.InvariantCulture) != "1";
    }

    public override void Pass(TimeSpan time) => clock.Pass(time);

    public override Task Break(Breakage how) => Break(how switch
    {
        Breakage.AnswerLostAfterWork => "timeout_after_success",
        Breakage.ResetBeforeWork => "reset_before",
        Breakage.ErrorAfterWork => "500_after_execution",
        Breakage.WebPage => "html_200",
        Breakage.TooMany => "429",
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, null),
    });

    public async Task Break(string kind)
    {
        using var answer = await hands.PostAsJsonAsync("practice/faults", new { kind, target = "smartbill", count = 1, delayMs = 300_000 });
        answer.EnsureSuccessStatusCode();
    }

    public override async ValueTask DisposeAsync()
    {
        hands.Dispose();
        await services.DisposeAsync();
        await world.DisposeAsync();
    }

    // Tests ask more than three times in a moment that stands still.
    IFiscalBooks Paced(IFiscalProvider provider)
    {
        Pass(TimeSpan.FromSeconds(2));
        return (IFiscalBooks)provider;
    }
}
