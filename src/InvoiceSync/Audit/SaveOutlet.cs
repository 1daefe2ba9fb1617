using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>
/// Has the log pushed to a log system elsewhere, or changes how. A new one begins with what is written from now on, or
/// FromStart. Whoever sends the log out must be allowed to read it.
/// </summary>
[Requires("integration.manage")]
[StepUp]
public sealed record SaveOutlet(OutletId? Outlet, OutletKind Kind, string Name, string Address, string Index = "", string Source = "", string? Token = null, bool FromStart = false) : ICommand<OutletId>
{
    const int Most = 5;
    const int LongestToken = 500;

    public override string ToString() => $"SaveOutlet {{ Outlet = {Outlet}, Kind = {Kind} }}";

    internal sealed class Handler(InvoiceSyncDb db, IOutletLine line, ScopedDispatch dispatch, CallerHolder who, TimeProvider time) : IHandle<SaveOutlet, OutletId>
    {
        public async Task<OutletId> Handle(SaveOutlet command, CancellationToken ct)
        {
            Rule.Require(who.Caller.May("audit.read"), CallerErrors.PermissionMissing);
            var outlet = command.Outlet is { } id ? Rule.Found(await db.Outlets.SingleOrDefaultAsync(o => o.Id == id, ct), OutletErrors.NotFound) : await New(command.FromStart, ct);
            Rule.Require(Uri.TryCreate(command.Address, UriKind.Absolute, out var address) && address.AbsoluteUri.Length <= 400 && address.Query.Length == 0 && line.MayCall(address), OutletErrors.AddressRefused);
            var (isNew, moves) = (outlet.Address.Length == 0, outlet.Moves(command.Kind, address));
            outlet.Describe(command.Kind, command.Name, address, command.Index, command.Source);
            Rule.Require(command.Token is { Length: > 0 and <= LongestToken } token ? token.All(c => c is > ' ' and <= '~') : !moves, OutletErrors.TokenMissing);
            if (command.Token is { Length: > 0 } given)
                outlet.Secrets = new() { [Model.Outlet.TokenName] = (await dispatch.As(Vault, d => d.Send(new SealSecret(outlet.Purpose, given), ct))).OrThrow() };
            if (isNew) db.Add(outlet);
            else (await db.OutletProgress.SingleAsync(p => p.Outlet == outlet.Id, ct)).Work();
            db.Pending.Add(who.Caller.Tenant, new PushOutlet(outlet.Id), outlet.Id.ToString(), time.GetUtcNow());
            return outlet.Id;
        }

        Caller Vault => Caller.System(who.Caller.Tenant, "audit");

        async Task<Outlet> New(bool fromStart, CancellationToken ct)
        {
            Rule.Require(await db.Outlets.CountAsync(ct) < Most, OutletErrors.TooMany);
            var outlet = new Outlet { Id = time.New<OutletId>(), CreatedAt = time.GetUtcNow() };
            var end = fromStart ? 0 : await db.ChainHeads.Select(h => h.Seq).SingleOrDefaultAsync(ct);
            db.Add(new OutletProgress { Outlet = outlet.Id, Seq = end });
            return outlet;
        }
    }
}
