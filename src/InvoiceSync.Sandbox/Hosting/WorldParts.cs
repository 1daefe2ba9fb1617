using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Faults;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe;
using InvoiceSync.Sandbox.Stripe.Webhooks;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Hosting;

/// <summary>The parts of a world, made once and by hand.</summary>
sealed class WorldParts : IAsyncDisposable
{
    readonly Store store;
    readonly Parcel parcel;
    readonly StripeApi stripe;

    public WorldParts(PracticeOptions options)
    {
        store = new Store(options.DataFolder);
        var clock = new PracticeClock(options.Time, store);
        var faults = new FaultBoard(clock);
        parcel = new Parcel(clock, options);
        Courier = new Courier(store, clock, faults, parcel, options);
        stripe = new StripeApi(store, clock, faults, new RateLimit(clock, options.StripeCallsPerSecond), new Idempotency(), Courier);
    }

    public Courier Courier { get; }

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapStripe(stripe);
    }

    public async ValueTask DisposeAsync()
    {
        await Courier.DisposeAsync();
        parcel.Dispose();
        store.Dispose();
    }
}
