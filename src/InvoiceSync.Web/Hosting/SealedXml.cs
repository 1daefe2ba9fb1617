using System.Xml.Linq;
using InvoiceSync.Tenancy;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace InvoiceSync.Web.Hosting;

/// <summary>Encrypts data protection keys with the master key before they are stored.</summary>
sealed class SealedXml(MasterKey master) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed", master.Seal(OpenedXml.Purpose, plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(OpenedXml));
}

/// <summary>Reads what SealedXml wrote; the framework makes it by its name, which is stored beside the key.</summary>
sealed class OpenedXml(IServiceProvider services) : IXmlDecryptor
{
    public const string Purpose = "data protection";

    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<MasterKey>().Open(Purpose, encryptedElement.Value));
}
