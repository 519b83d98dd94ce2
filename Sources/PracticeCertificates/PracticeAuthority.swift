import Crypto
public import FoundationEssentials
import SwiftASN1
import X509

/// A certificate authority for one served practice cloud: made at start or kept beside its world, trusted by nobody until its
/// PEM file is handed out.
public struct PracticeAuthority: Sendable {
  /// The authority's own certificate, PEM: what a client has to trust.
  public let certificatePEM: String
  let certificate: Certificate
  let key: Certificate.PrivateKey
  let validity: Range<Date>

  /// An authority with a fresh P-256 key, good in the period given.
  ///
  /// Start it some minutes back, so that a client whose clock is a little late accepts it.
  public init(name: String, validity: Range<Date>) throws(PracticeCertificateFault) {
    self.validity = validity
    do {
      key = Certificate.PrivateKey(P256.Signing.PrivateKey())
      let subject = try DistinguishedName { CommonName(name) }
      let identifier = SubjectKeyIdentifier(hash: key.publicKey)
      certificate = try Certificate(
        version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
        notValidBefore: validity.lowerBound, notValidAfter: validity.upperBound, issuer: subject, subject: subject,
        signatureAlgorithm: .ecdsaWithSHA256,
        extensions: Certificate.Extensions {
          Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
          Critical(KeyUsage(keyCertSign: true, cRLSign: true))
          identifier
        },
        issuerPrivateKey: key)
      certificatePEM = try certificate.serializeAsPEM().pemString
    } catch {
      throw .notMade
    }
  }

  /// The certificate and its key, PEM: what makes the same authority once more. Whoever has it can pretend to be the cloud.
  public var kept: String { (try? certificatePEM + "\n" + key.serializeAsPEM().pemString + "\n") ?? "" }

  /// The authority of an earlier start.
  ///
  /// - Parameters:
  ///   - kept: see `kept`.
  ///   - moment: when it has to be good; nil is answered where it is not, or where the text is no authority.
  public init?(kept: String, goodAt moment: Date) {
    guard let documents = try? PEMDocument.parseMultiple(pemString: kept), documents.count == 2,
      let certificate = try? Certificate(pemDocument: documents[0]),
      let key = try? Certificate.PrivateKey(pemDocument: documents[1]), certificate.publicKey == key.publicKey,
      certificate.notValidBefore <= moment, moment < certificate.notValidAfter
    else { return nil }
    self.certificate = certificate
    self.key = key
    certificatePEM = documents[0].pemString
    validity = certificate.notValidBefore..<certificate.notValidAfter
  }

  /// A server certificate for the names given (DNS names and numeric addresses), with its own P-256 key.
  ///
  /// RFC 5280 §4.2.1.6: clients read the alternative names only, never the common name.
  public func serverCertificate(names: [String]) throws(PracticeCertificateFault) -> ServerCertificate {
    do {
      let own = P256.Signing.PrivateKey()
      let publicKey = Certificate.PublicKey(own.publicKey)
      let alternatives = names.map { name -> GeneralName in
        AddressBytes(name).map { .ipAddress(ASN1OctetString(contentBytes: $0.bytes[...])) } ?? .dnsName(name)
      }
      let issued = try Certificate(
        version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: publicKey,
        notValidBefore: validity.lowerBound, notValidAfter: validity.upperBound, issuer: certificate.subject,
        subject: try DistinguishedName { CommonName(names.first ?? "") }, signatureAlgorithm: .ecdsaWithSHA256,
        extensions: try Certificate.Extensions {
          Critical(BasicConstraints.notCertificateAuthority)
          Critical(KeyUsage(digitalSignature: true))
          try ExtendedKeyUsage([.serverAuth])
          SubjectAlternativeNames(alternatives)
          AuthorityKeyIdentifier(keyIdentifier: SubjectKeyIdentifier(hash: key.publicKey).keyIdentifier)
        },
        issuerPrivateKey: key)
      return ServerCertificate(
        certificatePEM: try issued.serializeAsPEM().pemString, keyPEM: own.pemRepresentation)
    } catch {
      throw .notMade
    }
  }
}

/// A server's certificate and private key, both PEM; the key exists in memory only.
public struct ServerCertificate: Sendable {
  /// The certificate.
  public let certificatePEM: String
  /// The private key.
  public let keyPEM: String
}

/// Why no certificate could be made.
public enum PracticeCertificateFault: Error, Hashable, Sendable {
  /// A name cannot stand in a certificate, or the period is empty.
  case notMade
}
