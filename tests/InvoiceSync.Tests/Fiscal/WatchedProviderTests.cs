using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

/// <summary>The watch before a provider: MayCallProvider is asked, NoteProviderCall is told.</summary>
public sealed class WatchedProviderTests
{
    readonly FakeFiscal anaf = new(FilingState.Sent);
    readonly FiscalAccount account = new(Some.Tenant, new Uri("http://127.0.0.1:1"), false, "18547290", "token");
    readonly WatchedList watched;
    ProviderRest rest = new(null, false);

    public WatchedProviderTests()
    {
        anaf.Dispatcher.On<MayCallProvider, ProviderRest>(_ => rest).On<NoteProviderCall, ProviderRest>(noted => new ProviderRest(null, noted.Trouble is not null));
        watched = new(anaf, new ProviderWatch(anaf.Dispatcher.Scoped(), anaf.Clock));
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_it_rests_nothing_is_called_and_nothing_is_in_doubt()
    {
        rest = new(Some.Noon.AddMinutes(1), true);
        Assert.IsType<SubmitAnswer.NotSent>(await watched.Submit(account, new(default, false, false, false, FiscalStandard.Invoice), Ct));
        Assert.IsType<StatusAnswer.Unavailable>(await watched.Status(account, "1", Ct));
        Assert.IsType<SearchAnswer.Unavailable>(await watched.Search(account, Some.Noon, Some.Noon, 1, Ct));
        Assert.IsType<ReceiptAnswer.Unavailable>(await watched.Download(account, "1", Ct));
        Assert.Empty(anaf.Calls);
    }

    public static TheoryData<StatusAnswer, string?> Answers => new()
    {
        { new StatusAnswer.Unavailable("502"), "502" },
        { new StatusAnswer.Processing(), null },
        { new StatusAnswer.Unknown("nu exista"), null },
        { new StatusAnswer.Denied("401"), null },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Silence_and_faults_are_trouble_and_a_refusal_is_an_answer(StatusAnswer answer, string? trouble)
    {
        anaf.Says = answer;
        Assert.Same(answer, await watched.Status(account, "1", Ct));
        Assert.Equal(trouble, Assert.Single(anaf.Dispatcher.Sent<NoteProviderCall>()).Trouble);
    }

    [Fact]
    public async Task Our_own_limits_tell_nothing_of_the_provider()
    {
        anaf.Says = new StatusAnswer.Limited(FiscalLimit.Minute, null);
        await watched.Status(account, "1", Ct);
        Assert.Empty(anaf.Dispatcher.Sent<NoteProviderCall>());
    }

    [Fact]
    public async Task A_thousand_good_calls_in_a_moment_are_looked_up_and_noted_once()
    {
        for (var i = 0; i < 1000; i++) await watched.Status(account, "1", Ct);
        Assert.Single(anaf.Dispatcher.Sent<MayCallProvider>());
        Assert.Single(anaf.Dispatcher.Sent<NoteProviderCall>());

        anaf.Clock.Pass(TimeSpan.FromMinutes(1));
        await watched.Status(account, "1", Ct);
        Assert.Equal((2, 2), (anaf.Dispatcher.Sent<MayCallProvider>().Count(), anaf.Dispatcher.Sent<NoteProviderCall>().Count()));
    }

    [Fact]
    public async Task Of_which_system_it_was_is_noted_and_failures_of_one_are_none_of_the_other()
    {
        anaf.Says = new StatusAnswer.Unavailable("502");
        await watched.Status(account with { Test = true }, "1", Ct);
        await watched.Status(account, "1", Ct);
        Assert.Equal([true, false], anaf.Dispatcher.Sent<NoteProviderCall>().Select(n => n.IsTest));

        var health = new ProviderHealth { Id = "anaf" };
        for (var i = 0; i < ProviderHealth.Patience; i++) health.Failed("502", Some.Noon, isTest: true);
        health.Failed("502", Some.Noon.AddHours(30));
        Assert.Equal((1, null, Some.Noon.AddHours(30), false), (health.Failures, health.RestsUntil, health.FailingSince!.Value, health.IsTest));
    }

    [Fact]
    public void It_rests_after_six_failures_in_a_row_longer_each_time_and_never_over_five_minutes()
    {
        var health = new ProviderHealth { Id = "anaf" };
        var rests = Enumerable.Range(1, 14).Select(_ => { health.Failed("502", Some.Noon); return (health.RestsUntil - Some.Noon)?.TotalSeconds; }).ToList();
        Assert.Equal([null, null, null, null, null, 15, 30, 60, 120, 240, 300, 300, 300, 300], rests);

        Assert.Equal(Some.Noon, health.FailingSince);
        health.Failed("502", Some.Noon.AddHours(1));
        Assert.Equal(Some.Noon, health.FailingSince);
        health.Succeeded(Some.Noon);
        Assert.Equal((0, null, null), (health.Failures, health.RestsUntil, health.FailingSince));
    }
}
