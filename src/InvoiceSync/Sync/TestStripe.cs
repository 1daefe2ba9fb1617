using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>Calls Stripe with the kept key and says what works, what does not, and what to do.</summary>
[Requires("settings.manage")]
public sealed record TestStripe : IProcess<ConnectionReport>;
