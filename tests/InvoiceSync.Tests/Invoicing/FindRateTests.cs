using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Invoicing;

public sealed class FindRateTests
{
    static readonly DateOnly Friday = new(2026, 11, 20);
    readonly FakePublisher publisher = new();
    readonly List<ReferenceRate> kept = [];

    [Fact]
    public async Task The_rate_of_the_day_before_counts_and_is_asked_once()
    {
        publisher.Publishes = [new(Friday.AddDays(-1), Currency.Eur, 5.09m), new(Friday.AddDays(-2), Currency.Eur, 5.08m)];
        Assert.Equal((5.09m, Friday.AddDays(-1)), await Find(Friday));
        Assert.Equal((5.09m, Friday.AddDays(-1)), await Find(Friday));
        Assert.Equal(1, publisher.Asked);
    }

    [Fact]
    public async Task The_rate_of_the_day_itself_is_valid_from_the_next()
    {
        publisher.Publishes = [new(Friday, Currency.Eur, 9.99m), new(Friday.AddDays(-1), Currency.Eur, 5.09m)];
        Assert.Equal(5.09m, (await Find(Friday)).Rate);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Over_a_weekend_the_rate_of_Friday_counts_and_is_asked_once(int days)
    {
        publisher.Publishes = [new(Friday, Currency.Eur, 5.10m)];
        Assert.Equal((5.10m, Friday), await Find(Friday.AddDays(days)));
        Assert.Equal((5.10m, Friday), await Find(Friday.AddDays(days)));
        Assert.Equal(1, publisher.Asked);
    }

    [Fact]
    public async Task After_a_bank_holiday_the_publisher_confirms_that_there_is_nothing_newer()
    {
        publisher.Publishes = [new(Friday.AddDays(-3), Currency.Eur, 5.07m)];
        Assert.Equal(5.07m, (await Find(Friday)).Rate);
        Assert.Equal(5.07m, (await Find(Friday)).Rate);
        Assert.Equal(2, publisher.Asked);
    }

    [Fact]
    public async Task While_the_publisher_is_away_an_older_rate_is_not_taken_for_the_newest()
    {
        kept.Add(new(Friday.AddDays(-3), Currency.Eur, 5.07m));
        publisher.IsAway = true;
        Assert.Equal(("rate.missing", ErrorKind.Unavailable), (await Refused(Friday)) is var error ? (error.Code, error.Kind) : default);
    }

    [Fact]
    public async Task While_the_publisher_is_away_the_kept_rate_of_yesterday_is_enough()
    {
        kept.Add(new(Friday.AddDays(-1), Currency.Eur, 5.09m));
        publisher.IsAway = true;
        Assert.Equal(5.09m, (await Find(Friday)).Rate);
    }

    [Fact]
    public async Task A_currency_nobody_quotes_has_no_rate()
    {
        publisher.Publishes = [new(Friday.AddDays(-1), new("USD"), 4.4m)];
        Assert.Equal("rate.missing", (await Refused(Friday)).Code);
    }

    [Fact]
    public async Task Practice_rates_are_kept_apart_from_official_ones()
    {
        publisher.Publishes = [new(Friday.AddDays(-1), Currency.Eur, 5.09m)];
        var found = await Handler(TenantMode.Practice).Handle(new(Currency.Eur, Friday), TestContext.Current.CancellationToken);
        Assert.Equal("BNR (practice)", found.Source);
    }

    async Task<(decimal Rate, DateOnly On)> Find(DateOnly day) =>
        await Handler(TenantMode.Real).Handle(new(Currency.Eur, day), TestContext.Current.CancellationToken) is var found ? (found.RonPerUnit, found.PublishedOn) : default;

    async Task<Error> Refused(DateOnly day) => (await Assert.ThrowsAsync<RuleBrokenException>(() => Find(day))).Error;

    FindRate.Handler Handler(TenantMode mode) => new(
        new FakeDispatcher()
            .On<GetTenant, GetTenant.View>(_ => Some.Company with { Mode = mode })
            .On<KeepRates>(keep => kept.AddRange(keep.Rates))
            .On<KeptRate, FindRate.Found?>(asked => kept
                .Where(r => r.Currency == asked.Currency && r.PublishedOn < asked.TaxPoint && r.PublishedOn >= asked.TaxPoint.AddDays(-10))
                .OrderByDescending(r => r.PublishedOn).Select(r => new FindRate.Found(r.RonPerUnit, r.PublishedOn, asked.Source)).FirstOrDefault()),
        publisher,
        new() { Practice = new("http://127.0.0.1:1") });

    sealed class FakePublisher : IReferenceRates
    {
        public string Source => "BNR";

        public IReadOnlyList<ReferenceRate> Publishes { get; set; } = [];

        public bool IsAway { get; set; }

        public int Asked { get; private set; }

        public Task<RatesAnswer> Rates(Uri baseAddress, DateOnly from, DateOnly to, CancellationToken ct)
        {
            Asked++;
            return Task.FromResult<RatesAnswer>(IsAway
                ? new RatesAnswer.Unavailable("away")
                : new RatesAnswer.Found([.. Publishes.Where(r => r.PublishedOn >= from && r.PublishedOn <= to)]));
        }
    }
}
