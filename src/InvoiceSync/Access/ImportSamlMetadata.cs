using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>
/// Sets a SAML connection up from its provider's metadata, pasted as XML or fetched from its address. An address is kept and
/// asked again each night; what changes there waits for AcceptSamlMetadata.
/// </summary>
[Requires("settings.manage")]
[StepUp]
public sealed record ImportSamlMetadata(SsoConnectionId Connection, string? Xml = null, string? Address = null) : IProcess<Done>
{
    const int LongestAddress = 2048;

    internal sealed class Handler(IDispatcher dispatcher, ISamlMetadata metadata) : IHandle<ImportSamlMetadata, Done>
    {
        public async Task<Done> Handle(ImportSamlMetadata command, CancellationToken ct)
        {
            var connection = Rule.Found((await dispatcher.Ask(new ListSsoConnections(), ct)).OrThrow().SingleOrDefault(c => c.Id == command.Connection), SsoErrors.ConnectionNotFound);
            Rule.Require(connection.Kind == SsoKind.Saml, SamlErrors.NotSaml);
            var answer = command.Xml is { } xml ? metadata.Read(xml) : await metadata.Fetch(Parsed(command.Address), ct);
            Rule.Require(answer is SamlMetadataAnswer.Found, SamlErrors.MetadataUnusable((answer as SamlMetadataAnswer.Unusable)?.Why));
            var settings = new Dictionary<string, string>(((SamlMetadataAnswer.Found)answer).Settings) { [SamlSuggestion.Address] = command.Xml is null ? command.Address! : "" };
            foreach (var name in SamlSuggestion.Names) settings[SamlSuggestion.Waiting(name)] = "";
            return (await dispatcher.Send(new UpdateSsoConnection(command.Connection, Settings: settings), ct)).OrThrow();
        }

        static Uri Parsed(string? address)
        {
            Rule.Require(address is { Length: > 0 and <= LongestAddress } && Uri.TryCreate(address, UriKind.Absolute, out _), SamlErrors.MetadataUnusable("address"));
            return new(address!);
        }
    }
}
