using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The certificates of the company's SAML connections: the provider's, those of its metadata that wait, and our own, with their last days.</summary>
[Requires("settings.manage")]
public sealed record ListSsoCertificates : IQuery<IReadOnlyList<ListSsoCertificates.Row>>
{
    public enum Owner
    {
        Provider,
        Waiting,
        Ours,
    }

    /// <summary>Fingerprint is SHA-256 in pairs, as providers show it.</summary>
    public sealed record Row(SsoConnectionId Connection, Owner Whose, string Subject, string Fingerprint, DateTimeOffset EndsAt);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListSsoCertificates, IReadOnlyList<Row>>
    {
        static readonly (Owner Whose, string Setting)[] Kept =
            [(Owner.Provider, "certificates"), (Owner.Waiting, SamlSuggestion.Waiting("certificates")), (Owner.Ours, "sp_certificates")];

        public async Task<IReadOnlyList<Row>> Handle(ListSsoCertificates query, CancellationToken ct)
        {
            var connections = await db.SsoConnections.AsNoTracking().Where(c => c.Kind == SsoKind.Saml).OrderBy(c => c.CreatedAt).ToListAsync(ct);
            return
            [
                .. from connection in connections
                   from kept in Kept
                   from pin in SamlPins.Read(connection.Settings.GetValueOrDefault(kept.Setting))
                   select new Row(connection.Id, kept.Whose, pin.Subject, SamlPins.FingerprintOf(pin), pin.NotAfter.ToUniversalTime()),
            ];
        }
    }
}
