using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Tests.Given;

/// <summary>Keeps refusals in a list.</summary>
sealed class FakeRefusalLog : IRefusalLog
{
    public List<(string Actor, string Asked, string Permission)> Noted { get; } = [];

    public Task Note(Caller caller, string asked, string permission, object? about = null)
    {
        Noted.Add((caller.Actor, asked, permission));
        return Task.CompletedTask;
    }
}
