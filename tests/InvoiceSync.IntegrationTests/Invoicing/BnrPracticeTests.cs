using InvoiceSync.Connectors.Bnr;
using InvoiceSync.IntegrationTests.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Invoicing;

public sealed class BnrPracticeTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rates_of_the_practice_bank_are_there_on_banking_days_once_published_and_the_same_in_both_files()
    {
        var clock = new MovableClock(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero)); // noon in Bucharest, a Friday
        await using var world = await PracticeWorld.Start(new PracticeOptions { Time = clock }, Ct);
        await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddBnr().BuildServiceProvider();
        var bank = services.GetRequiredKeyedService<IReferenceRates>(BnrConnector.Name);

        async Task<IReadOnlyList<ReferenceRate>> Euro(DateOnly from, DateOnly to) =>
            [.. Assert.IsType<RatesAnswer.Found>(await bank.Rates(new Uri(world.Address, "bnr"), from, to, Ct)).Rates.Where(r => r.Currency == Currency.Eur)];

        var year = await Euro(new(2026, 1, 1), new(2026, 11, 20));
        Assert.Equal(new DateOnly(2026, 11, 19), year[^1].PublishedOn);
        Assert.DoesNotContain(year, rate => rate.PublishedOn.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.All(year, rate => Assert.InRange(rate.RonPerUnit, 4.9m, 5.3m));

        clock.Pass(TimeSpan.FromHours(2));
        var week = await Euro(new(2026, 11, 13), new(2026, 11, 20));
        Assert.Equal(new DateOnly(2026, 11, 20), week[^1].PublishedOn);
        Assert.Equal(year.Where(rate => rate.PublishedOn >= new DateOnly(2026, 11, 13)), week.SkipLast(1));
    }
}
