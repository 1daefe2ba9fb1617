using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Access;

/// <summary>First run: makes the first person and the first tenant. Refused for ever once anybody exists.</summary>
[Anonymous]
public sealed record CreateFirstOwner(string Email, string Name, string Password, string TenantName, string Slug, TenantMode Mode) : IProcess<TenantId>
{
    public override string ToString() => nameof(CreateFirstOwner);

    internal sealed class Handler(ScopedDispatch dispatch) : IHandle<CreateFirstOwner, TenantId>
    {
        static readonly Caller SetUp = new(null, "set-up", new HashSet<string> { "platform.manage" });

        public async Task<TenantId> Handle(CreateFirstOwner command, CancellationToken ct)
        {
            Rule.Require((await dispatch.As(SetUp, d => d.Ask(new IsFirstRun(), ct))).OrThrow(), AccessErrors.SetUpDone);
            // A first try that failed at the password has left its company: it is taken over, not in the way.
            var left = (await dispatch.As(SetUp, d => d.Ask(new FindTenants(command.Slug), ct))).OrThrow().SingleOrDefault(t => t.Mode == command.Mode);
            var tenant = left?.Id ?? (await dispatch.As(SetUp, d => d.Send(new CreateTenant(command.Slug, command.TenantName, command.Mode), ct))).OrThrow();
            (await dispatch.As(SetUp, d => d.Send(new AddPerson(command.Email, command.Name, command.Password, tenant, Roles.Owner), ct))).OrThrow();
            return tenant;
        }
    }
}
