using InvoiceSync.Kernel;
using InvoiceSync.Messaging.Model;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Messaging;

/// <summary>How the company's mails to its customers leave, without the password.</summary>
[Requires("integration.manage")]
public sealed record GetMailSettings : IQuery<GetMailSettings.View>
{
    /// <summary>BouncePath is where mail that came back is posted to; null until something was saved. WithoutServer: nothing can leave.</summary>
    public sealed record View(
        bool UsesOwn,
        string Host,
        int Port,
        MailSafety Safety,
        string? User,
        bool HasPassword,
        string? SenderName,
        string? SenderAddress,
        string? ReplyTo,
        string? ReturnTo,
        bool SendsOnIssue,
        string? BouncePath,
        DateTimeOffset? TestedAt,
        bool? TestPassed,
        bool WithoutServer)
    {
        /// <summary>Whether the files of an invoice go with its mail.</summary>
        public bool EnclosesFiles { get; init; } = true;
    }

    internal sealed class Handler(IDispatcher dispatcher, IMailTransport transport) : IHandle<GetMailSettings, View>
    {
        public async Task<View> Handle(GetMailSettings query, CancellationToken ct)
        {
            var kept = (await dispatcher.Ask(new GetConnections(), ct)).OrThrow().SingleOrDefault(c => c.Provider == MailSettings.Provider);
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var it = MailSettings.Of(kept?.Settings);
            return new(
                it.UsesOwn, it.Host, it.Port, it.Safety, it.User, kept?.SecretsKept.Contains(MailSettings.Password) == true, it.SenderName, it.SenderAddress, it.ReplyTo, it.ReturnTo, it.SendsOnIssue,
                kept?.HookPath is { } path ? $"/hooks/mail/{path.Split('/')[^1]}" : null, kept?.TestedAt, kept?.TestPassed,
                tenant.Mode == TenantMode.Real && !it.UsesOwn && !transport.HasOwn)
            {
                EnclosesFiles = it.EnclosesFiles,
            };
        }
    }
}
