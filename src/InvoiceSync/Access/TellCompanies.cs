using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Notes an act of a person in the audit log of each of their companies; of who has none, in the installation's own.</summary>
[Requires("people.keep")]
sealed record TellCompanies(UserId User, Act Act) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch inside, CallerHolder who) : IHandle<TellCompanies, Done>
    {
        public async Task<Done> Handle(TellCompanies command, CancellationToken ct)
        {
            var companies = (await dispatcher.Ask(new ListCompaniesOf(command.User), ct)).OrThrow();
            foreach (var company in companies.DefaultIfEmpty(TenantId.Platform))
                (await inside.As(who.Caller with { TenantOrNone = company }, d => d.Send(new NoteAct(command.Act), ct))).OrThrow();
            return default;
        }
    }
}
