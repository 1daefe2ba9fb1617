using InvoiceSync.Kernel;
using InvoiceSync.Messaging.Model;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Messaging;

/// <summary>
/// Says how the company's mails to its customers leave. A password that is not named stays, unless server, user or protection
/// change: then it has to be typed again.
/// </summary>
[Requires("integration.manage")]
[StepUp]
public sealed record SaveMailSettings(bool UsesOwn, bool SendsOnIssue) : IProcess<Done>
{
    const int LongestName = 100;
    const int LongestSecret = 500;

    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public MailSafety Safety { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public string? SenderName { get; init; }

    public string? SenderAddress { get; init; }

    public string? ReplyTo { get; init; }

    public string? ReturnTo { get; init; }

    /// <summary>Whether the files of an invoice go with its mail.</summary>
    public bool EnclosesFiles { get; init; } = true;

    public override string ToString() => $"SaveMailSettings {{ Host = {Host} }}";

    internal sealed class Handler(IDispatcher dispatcher, IMailTransport transport) : IHandle<SaveMailSettings, Done>
    {
        public async Task<Done> Handle(SaveMailSettings command, CancellationToken ct)
        {
            var kept = (await dispatcher.Ask(new GetConnections(), ct)).OrThrow().SingleOrDefault(c => c.Provider == MailSettings.Provider);
            var next = new MailSettings(
                command.UsesOwn, command.Host.Trim().ToLowerInvariant(), command.Port, command.Safety, Text(command.User),
                Text(command.SenderName), Text(command.SenderAddress), Text(command.ReplyTo), Text(command.ReturnTo), command.SendsOnIssue, command.EnclosesFiles);
            Check(next);
            if (next.UsesOwn) CheckServer(next, command.Password, kept);
            var secrets = next is { UsesOwn: true, User: not null } ? Given(command.Password) : Forgotten;
            (await dispatcher.Send(new SaveConnection(MailSettings.Provider, Live: true, next.ToKeep(), secrets), ct)).OrThrow();
            return default;
        }

        static readonly Dictionary<string, string> Forgotten = new() { [MailSettings.Password] = "" };

        static Dictionary<string, string>? Given(string? password) => string.IsNullOrEmpty(password) ? null : new() { [MailSettings.Password] = password };

        static void Check(MailSettings next)
        {
            Rule.Require(next.SenderName is null || next.SenderName.Length <= LongestName && MailAddresses.IsOneLine(next.SenderName), MessagingErrors.SenderNameInvalid);
            foreach (var (address, field) in new[] { (next.SenderAddress, nameof(SenderAddress)), (next.ReplyTo, nameof(ReplyTo)), (next.ReturnTo, nameof(ReturnTo)) })
                Rule.Require(address is null || MailAddresses.IsOne(address), MessagingErrors.AddressInvalid with { Field = field });
        }

        void CheckServer(MailSettings next, string? password, GetConnections.View? kept)
        {
            Rule.Require(transport.MayCall(next.Host, next.Port), MessagingErrors.ServerRefused);
            Rule.Require(Enum.IsDefined(next.Safety), MessagingErrors.ServerRefused);
            Rule.Require(next.SenderAddress is not null, MessagingErrors.AddressInvalid with { Field = nameof(SenderAddress) });
            if (next.User is not { } user) return;
            Rule.Require(next.Safety != MailSafety.None, MessagingErrors.PasswordInClear);
            Rule.Require(user.Length <= LongestName && MailAddresses.IsOneLine(user), MessagingErrors.UserInvalid);
            var keeps = kept?.SecretsKept.Contains(MailSettings.Password) == true && !MailSettings.Of(kept.Settings).Moves(next);
            Rule.Require(string.IsNullOrEmpty(password) ? keeps : password.Length <= LongestSecret && MailAddresses.IsOneLine(password), MessagingErrors.PasswordMissing);
        }

        static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
    }
}
