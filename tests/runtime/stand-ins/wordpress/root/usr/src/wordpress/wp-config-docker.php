<?php
// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
// Reads what the official image's file of this name reads.
function of_environment($name, $default) {
    $file = getenv($name . '_FILE');
    if ($file !== false) {
        return rtrim(file_get_contents($file), "\r\n");
    }
    $value = getenv($name);
    return $value === false ? $default : $value;
}
define('DB_NAME', of_environment('WORDPRESS_DB_NAME', 'wordpress'));
define('DB_USER', of_environment('WORDPRESS_DB_USER', 'example username'));
define('DB_PASSWORD', of_environment('WORDPRESS_DB_PASSWORD', 'example password'));
define('DB_HOST', of_environment('WORDPRESS_DB_HOST', 'mysql'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $name) {
    define($name, of_environment('WORDPRESS_' . $name, 'put your unique phrase here'));
}
$table_prefix = of_environment('WORDPRESS_TABLE_PREFIX', 'wp_');
define('WP_DEBUG', (bool) of_environment('WORDPRESS_DEBUG', ''));
if (isset($_SERVER['HTTP_X_FORWARDED_PROTO']) && strpos($_SERVER['HTTP_X_FORWARDED_PROTO'], 'https') !== false) {
    $_SERVER['HTTPS'] = 'on';
}
if ($extra = of_environment('WORDPRESS_CONFIG_EXTRA', '')) {
    eval($extra);
}
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
