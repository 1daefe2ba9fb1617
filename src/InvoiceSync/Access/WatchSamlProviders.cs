using System.Globalization;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>
/// Looks each night at the SAML providers' metadata and at the days their certificates and ours have left. What an
/// administrator should know is written among the connection's attempts; nothing that changed counts before they accept it.
/// </summary>
[Requires("settings.manage")]
public sealed record WatchSamlProviders : IProcess<Done>
{
    static readonly int[] DaysToTell = [30, 14, 7, 3, 2, 1, 0];

    internal sealed class Handler(IDispatcher dispatcher, ISamlMetadata metadata, TimeProvider time) : IHandle<WatchSamlProviders, Done>
    {
        public async Task<Done> Handle(WatchSamlProviders command, CancellationToken ct)
        {
            foreach (var connection in (await dispatcher.Ask(new ListSsoConnections(), ct)).OrThrow().Where(c => c.Kind == SsoKind.Saml))
            {
                if (Uri.TryCreate(connection.Settings.GetValueOrDefault(SamlSuggestion.Address), UriKind.Absolute, out var address)) await Look(connection.Id, address, ct);
                if (!connection.Enabled) continue;
                await Tell(connection.Id, "certificate", connection.Settings.GetValueOrDefault("certificates"), ct);
                await Tell(connection.Id, "own_certificate", connection.Settings.GetValueOrDefault("sp_certificates"), ct);
            }

            return default;
        }

        async Task Look(SsoConnectionId connection, Uri address, CancellationToken ct)
        {
            switch (await metadata.Fetch(address, ct))
            {
                case SamlMetadataAnswer.Unusable(var why):
                    await Note(connection, "saml.metadata_unusable", why, ct);
                    break;
                case SamlMetadataAnswer.Found(var settings) when (await dispatcher.Send(new SuggestSamlMetadata(connection, settings), ct)).OrThrow():
                    await Note(connection, "saml.metadata_changed", null, ct);
                    break;
            }
        }

        // The last one counts: while keys are rolled over the older may run out.
        async Task Tell(SsoConnectionId connection, string whose, string? pem, CancellationToken ct)
        {
            if (LastDay(pem) is not { } last) return;
            var days = (int)Math.Floor((last - time.GetUtcNow()).TotalDays);
            var date = last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (days < 0) await Note(connection, $"saml.{whose}_expired", date, ct);
            else if (DaysToTell.Contains(days)) await Note(connection, $"saml.{whose}_expiring", date, ct);
        }

        async Task Note(SsoConnectionId connection, string reason, string? detail, CancellationToken ct) =>
            (await dispatcher.Send(new NoteSsoAttempt(connection, reason, detail, null, null, ""), ct)).OrThrow();

        static DateTimeOffset? LastDay(string? pem) => SamlPins.Read(pem) is { Count: > 0 } found ? found.Max(c => c.NotAfter.ToUniversalTime()) : null;
    }
}
