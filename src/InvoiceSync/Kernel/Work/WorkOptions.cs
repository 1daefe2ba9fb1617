namespace InvoiceSync.Kernel.Work;

/// <summary>How much background work one node does at once, and how long it may be silent before others take over.</summary>
public sealed record WorkOptions
{
    public int AtOnce { get; init; } = 16;

    public int EachTenantAtOnce { get; init; } = 8;

    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>Wakes the runner when a commit anywhere left work.</summary>
public interface IWakeUps
{
    IDisposable OnWork(Action wake);
}
