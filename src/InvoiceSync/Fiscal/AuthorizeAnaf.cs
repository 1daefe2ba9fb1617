using System.Buffers.Text;
using System.Security.Cryptography;
using InvoiceSync.Fiscal.Authorization;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>Starts the browser authorisation with the qualified certificate: where to send the browser. The state lives ten minutes.</summary>
[Requires("integration.manage")]
public sealed record AuthorizeAnaf(Uri Redirect) : IProcess<Uri>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who) : IHandle<AuthorizeAnaf, Uri>
    {
        public async Task<Uri> Handle(AuthorizeAnaf command, CancellationToken ct)
        {
            var app = door.App(await door.Connection(who.Caller, ct));
            var state = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
            (await dispatcher.Send(new BeginAuthorization(state), ct)).OrThrow();
            return door.Authorization.AuthorizeUrl(app, command.Redirect, state);
        }
    }
}
