using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Makes a role of the company's own that may what another one may, under a new name, to be changed afterwards.</summary>
[Requires("user.manage")]
public sealed record CloneRole(string Role, string Name) : IProcess<RoleId>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<CloneRole, RoleId>
    {
        public async Task<RoleId> Handle(CloneRole command, CancellationToken ct)
        {
            var model = Rule.Found((await dispatcher.Ask(new ListRoles(), ct)).OrThrow().SingleOrDefault(r => r.Key == command.Role), AccessErrors.RoleNotFound);
            return (await dispatcher.Send(new SaveRole(null, command.Name, model.Inherits, model.Adds, model.Limits), ct)).OrThrow();
        }
    }
}
