// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/model/enums.h"

#include <array>

namespace skanse {

namespace {

template <class Enum>
constexpr Choice choice(Enum value, std::string_view word, std::string_view en, std::string_view nb)
{
    return {static_cast<int>(value), word, {en, nb}};
}

} // namespace

template <> std::span<const Choice> choicesOf<Environment>()
{
    static constexpr std::array kChoices{
        choice(Environment::Production, "production", "Production", "Produksjon"),
        choice(Environment::Staging, "staging", "Staging", "Staging"),
        choice(Environment::Workshop, "workshop", "Workshop or course", "Kurs eller verksted"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<Target>()
{
    static constexpr std::array kChoices{
        choice(Target::Compose, "compose", "Docker Compose", "Docker Compose"),
        choice(Target::Kubernetes, "kubernetes", "Kubernetes", "Kubernetes"),
        choice(Target::Host, "host", "KVM VPS host", "KVM VPS-vert"),
        choice(Target::Ci, "ci", "CI scan gates", "CI-skanning"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<CommentChoice>()
{
    static constexpr std::array kChoices{
        choice(CommentChoice::None, "none", "No comments", "Ingen kommentarer"),
        choice(CommentChoice::Ids, "ids", "Control ids at the end of the line",
               "Tiltakets id på slutten av linjen"),
        choice(CommentChoice::Explained, "explained", "A sentence above the line",
               "En setning over linjen"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<LanguageChoice>()
{
    static constexpr std::array kChoices{
        choice(LanguageChoice::English, "en", "English", "Engelsk"),
        choice(LanguageChoice::Bokmal, "nb", "Norwegian bokmål", "Norsk bokmål"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<TlsChoice>()
{
    static constexpr std::array kChoices{
        choice(TlsChoice::None, "none", "None here; TLS ends elsewhere",
               "Ingen her; TLS avsluttes et annet sted"),
        choice(TlsChoice::Files, "files", "Certificate and key as secret files",
               "Sertifikat og nøkkel som hemmelige filer"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<DataClass>()
{
    static constexpr std::array kChoices{
        choice(DataClass::None, "none", "No personal data", "Ingen personopplysninger"),
        choice(DataClass::Personal, "personal", "Personal data", "Personopplysninger"),
        choice(DataClass::Special, "special", "Special category data",
               "Særlige kategorier av personopplysninger"),
        choice(DataClass::Payment, "payment", "Payment card data", "Betalingskortdata"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<OperatingSystem>()
{
    static constexpr std::array kChoices{
        choice(OperatingSystem::Debian12, "debian-12", "Debian 12", "Debian 12"),
        choice(OperatingSystem::Debian13, "debian-13", "Debian 13", "Debian 13"),
        choice(OperatingSystem::Ubuntu2204, "ubuntu-22.04", "Ubuntu 22.04", "Ubuntu 22.04"),
        choice(OperatingSystem::Ubuntu2404, "ubuntu-24.04", "Ubuntu 24.04", "Ubuntu 24.04"),
        choice(OperatingSystem::Alma9, "almalinux-9", "AlmaLinux 9", "AlmaLinux 9"),
        choice(OperatingSystem::Rocky9, "rocky-9", "Rocky Linux 9", "Rocky Linux 9"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<DiskKind>()
{
    static constexpr std::array kChoices{
        choice(DiskKind::Unknown, "unknown", "Not known", "Ikke kjent"),
        choice(DiskKind::Nvme, "nvme", "NVMe", "NVMe"),
        choice(DiskKind::Ssd, "ssd", "SSD", "SSD"),
        choice(DiskKind::Hdd, "hdd", "Spinning disk", "Roterende disk"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<ContainerEngine>()
{
    static constexpr std::array kChoices{
        choice(ContainerEngine::Docker, "docker", "Docker", "Docker"),
        choice(ContainerEngine::DockerRootless, "docker-rootless", "Docker without root",
               "Docker uten root"),
        choice(ContainerEngine::Podman, "podman", "Podman", "Podman"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<BuildOrigin>()
{
    static constexpr std::array kChoices{
        choice(BuildOrigin::Build, "build", "Built from source", "Bygget fra kildekode"),
        choice(BuildOrigin::Image, "image", "Ready-made image", "Ferdig image"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<Protocol>()
{
    static constexpr std::array kChoices{
        choice(Protocol::Tcp, "tcp", "TCP", "TCP"),
        choice(Protocol::Udp, "udp", "UDP", "UDP"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<ApplicationProtocol>()
{
    static constexpr std::array kChoices{
        choice(ApplicationProtocol::Http, "http", "HTTP", "HTTP"),
        choice(ApplicationProtocol::Https, "https", "HTTPS", "HTTPS"),
        choice(ApplicationProtocol::Grpc, "grpc", "gRPC", "gRPC"),
        choice(ApplicationProtocol::Fastcgi, "fastcgi", "FastCGI", "FastCGI"),
        choice(ApplicationProtocol::Postgres, "postgres", "PostgreSQL", "PostgreSQL"),
        choice(ApplicationProtocol::Mysql, "mysql", "MySQL or MariaDB", "MySQL eller MariaDB"),
        choice(ApplicationProtocol::Redis, "redis", "Redis or Valkey", "Redis eller Valkey"),
        choice(ApplicationProtocol::Mongodb, "mongodb", "MongoDB", "MongoDB"),
        choice(ApplicationProtocol::Amqp, "amqp", "AMQP", "AMQP"),
        choice(ApplicationProtocol::Memcached, "memcached", "memcached", "memcached"),
        choice(ApplicationProtocol::Smtp, "smtp", "SMTP", "SMTP"),
        choice(ApplicationProtocol::Dns, "dns", "DNS", "DNS"),
        choice(ApplicationProtocol::Metrics, "metrics", "Metrics", "Måledata"),
        choice(ApplicationProtocol::Other, "other", "Other", "Annet"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<Exposure>()
{
    static constexpr std::array kChoices{
        choice(Exposure::Internal, "internal", "Only other services", "Bare andre tjenester"),
        choice(Exposure::Loopback, "loopback", "This host only (loopback)",
               "Bare denne verten (loopback)"),
        choice(Exposure::Private, "private", "One private address", "Én privat adresse"),
        choice(Exposure::Public, "public", "Everybody", "Alle"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<StorageKind>()
{
    static constexpr std::array kChoices{
        choice(StorageKind::Data, "data", "Data", "Data"),
        choice(StorageKind::Config, "config", "Configuration", "Konfigurasjon"),
        choice(StorageKind::Cache, "cache", "Cache", "Hurtiglager"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<Direction>()
{
    static constexpr std::array kChoices{
        choice(Direction::To, "to", "To", "Til"),
        choice(Direction::From, "from", "From", "Fra"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<PeerKind>()
{
    static constexpr std::array kChoices{
        choice(PeerKind::Service, "service", "A service of this workload",
               "En tjeneste i denne arbeidslasten"),
        choice(PeerKind::Network, "network", "An address or network (CIDR)",
               "En adresse eller et nett (CIDR)"),
        choice(PeerKind::Name, "name", "A DNS name", "Et DNS-navn"),
        choice(PeerKind::Ingress, "ingress", "The ingress controller of the cluster",
               "Klyngens ingress-kontroller"),
        choice(PeerKind::Internet, "internet", "Any address on the internet",
               "Enhver adresse på internett"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<SecretUse>()
{
    static constexpr std::array kChoices{
        choice(SecretUse::File, "file", "The application reads the file",
               "Applikasjonen leser filen"),
        choice(SecretUse::Variable, "variable", "A variable names the file (*_FILE)",
               "En variabel navngir filen (*_FILE)"),
        choice(SecretUse::Config, "config", "Mounted as a configuration file",
               "Montert som konfigurasjonsfil"),
    };
    return kChoices;
}

template <> std::span<const Choice> choicesOf<ProbeKind>()
{
    static constexpr std::array kChoices{
        choice(ProbeKind::Http, "http", "HTTP request", "HTTP-forespørsel"),
        choice(ProbeKind::Tcp, "tcp", "TCP connection", "TCP-tilkobling"),
        choice(ProbeKind::Exec, "exec", "Command in the container", "Kommando i containeren"),
    };
    return kChoices;
}

} // namespace skanse
