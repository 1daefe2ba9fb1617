using InvoiceSync.Sandbox.Anaf;
using InvoiceSync.Sandbox.Anaf.Messages;
using InvoiceSync.Sandbox.Anaf.Registry;
using InvoiceSync.Sandbox.Bnr;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Control;
using InvoiceSync.Sandbox.Faults;
using InvoiceSync.Sandbox.Mail;
using InvoiceSync.Sandbox.SmartBill;
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
    readonly PracticeClock clock;
    readonly FaultBoard faults;
    readonly Mailbox mailbox = new();
    readonly PracticeOptions options;

    public WorldParts(PracticeOptions options)
    {
        this.options = options;
        store = new Store(options.DataFolder);
        clock = new PracticeClock(options.Time, store);
        faults = new FaultBoard(clock);
        parcel = new Parcel(clock, options);
        Courier = new Courier(store, clock, faults, parcel, options);
        Mail = new MailDoor(Loopback.Address(options.Host), mailbox, faults, clock);
        stripe = new StripeApi(store, clock, faults, new RateLimit(clock, options.StripeCallsPerSecond), new Idempotency(), Courier);
    }

    public Courier Courier { get; }

    public MailDoor Mail { get; }

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapStripe(stripe);
        var limits = new CallLimits(clock, options.AnafCallsPerMinute);
        app.MapAnaf(store, clock, new AnafApi(store, clock, faults, limits), limits, new PublicCalls(clock, faults), new RegistryCall(store, clock, faults), options);
        app.MapSmartBill(new SmartBillApi(store, clock, faults, new SmartBillPace(clock, options.SmartBillCallsPerSecond)));
        app.MapBnr(new RateFiles(clock));
        app.MapMail(Mail, mailbox);
        app.MapControls(new Controls(store, clock, faults, Courier, new Strangers(options)), new WorldLog(store));
    }

    public async ValueTask DisposeAsync()
    {
        await Courier.DisposeAsync();
        await Mail.DisposeAsync();
        parcel.Dispose();
        store.Dispose();
    }
}
