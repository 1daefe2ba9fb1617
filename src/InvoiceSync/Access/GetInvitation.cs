using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Access;

/// <summary>What an invitation link leads to; refused when it was used, withdrawn or is too old.</summary>
[Anonymous]
public sealed record GetInvitation(string Token) : IProcess<GetInvitation.View>
{
    public override string ToString() => nameof(GetInvitation);

    /// <summary>Known tells whether this e-mail address has an account already: its holder proves who they are instead of choosing a password.</summary>
    public sealed record View(string Company, string Slug, string Email, string InvitedBy, bool Known);

    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch inside) : IHandle<GetInvitation, View>
    {
        public async Task<View> Handle(GetInvitation query, CancellationToken ct)
        {
            Rule.Require(InvitationToken.TryRead(query.Token, out var within, out var id, out var hash), AccessErrors.InvitationOver);
            var open = (await inside.As(within, d => d.Ask(new OpenInvitation(id, hash), ct))).OrThrow();
            var company = (await dispatcher.Ask(new FindTenants(Ids: [within.Tenant]), ct)).OrThrow().Single();
            return new(company.Name, company.Slug, open.Email, open.InvitedBy, open.User is not null);
        }
    }
}
