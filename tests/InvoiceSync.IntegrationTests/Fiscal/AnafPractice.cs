using System.Net.Http.Json;
using System.Text.Json;
using InvoiceSync.Connectors.Anaf;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Kernel;
using InvoiceSync.Sandbox;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>The ANAF connector before the practice world, both on one clock that stands still.</summary>
sealed class AnafPractice : ListedPractice
{
    readonly PracticeWorld world;
    readonly MovableClock clock;
    readonly ServiceProvider services;
    readonly HttpClient hands;

    AnafPractice(PracticeWorld world, MovableClock clock, string token, string strangersToken)
    {
        (this.world, this.clock) = (world, clock);
        hands = new HttpClient { BaseAddress = world.Address };
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ICallBudget, FakeBudget>()
            .AddAnaf(options => options.Upload = TimeSpan.FromSeconds(3)) // a lost answer shall not cost 90 s here
            .BuildServiceProvider();
        Account = new(clock.New<TenantId>(), new Uri(world.Address, "anaf"), Test: true, SampleInvoices.Seller.TaxId, token);
        Stranger = Account with { AccessToken = strangersToken };
    }

    public override IFiscalProvider Provider => services.GetRequiredKeyedService<IFiscalProvider>(AnafConnector.Name);

    public override FiscalAccount Account { get; }

    public override FiscalAccount Stranger { get; }

    public override DateTimeOffset Now => clock.GetUtcNow();

    public static async Task<AnafPractice> Open(CancellationToken ct)
    {
        var clock = new MovableClock(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));
        var world = await PracticeWorld.Start(new PracticeOptions { Time = clock }, ct);
        await using var person = new AnafSignIn(world.Address, clock);
        return new(world, clock, (await person.Tokens("", ct)).Access, (await person.Tokens("18547290", ct)).Access);
    }

    public override FiscalSubmission Good(string number) => Of(number);

    public override string SomeIndex => "1";

    public override FiscalSubmission Unfit(FiscalSubmission good) => good with { Xml = "no xml"u8.ToArray() };

    public override async Task<int> Held() => (await hands.GetFromJsonAsync<JsonElement>("practice/log")).GetProperty("uploads").GetArrayLength();

    public override async Task<bool> Tells(string number)
    {
        Pass(TimeSpan.FromMinutes(20));
        var found = Assert.IsType<SearchAnswer.Found>(await List.Search(Account, Now.AddDays(-1), Now, 1, TestContext.Current.CancellationToken));
        foreach (var message in found.Messages)
            if (Assert.IsType<ReceiptAnswer.Zip>(await Provider.Download(Account, message.Id, TestContext.Current.CancellationToken)) is var zip && InvoiceNumber.In(zip.DocumentXml) == number) return true;
        return false;
    }

    // BR-RO-010 wants a digit in the number.
    public override FiscalSubmission Bad(string number) => Of(string.Concat(number.Where(c => !char.IsDigit(c))));

    public override void Pass(TimeSpan time) => clock.Pass(time);

    public override async Task Break(Breakage how)
    {
        var kind = how switch
        {
            Breakage.AnswerLostAfterWork => "timeout_after_success",
            Breakage.ResetBeforeWork => "reset_before",
            Breakage.ErrorAfterWork => "500_after_execution",
            Breakage.WebPage => "html_200",
            Breakage.TooMany => "429",
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, null),
        };
        using var answer = await hands.PostAsJsonAsync("practice/faults", new { kind, target = "anaf", count = 1, delayMs = 300_000 });
        answer.EnsureSuccessStatusCode();
    }

    public override async ValueTask DisposeAsync()
    {
        hands.Dispose();
        await services.DisposeAsync();
        await world.DisposeAsync();
    }

    static FiscalSubmission Of(string number) =>
        new(UblWriter.ToBytes(SampleInvoices.Ron with { Number = number }), false, false, false, FiscalStandard.Invoice) { Document = SampleInvoices.Ron with { Number = number } };
}
