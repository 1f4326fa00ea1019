package com.talkturo.architecture.violations.util;

class Helper {}
